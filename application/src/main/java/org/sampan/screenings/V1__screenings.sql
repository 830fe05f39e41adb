-- One interview of one person by one version of an indicator set.
create table screenings.screening (
  id            uuid primary key,
  person        uuid not null,               -- made here; her case takes it over
  earlier       uuid references screenings.screening,
  indicator_set text not null check (length(indicator_set) between 1 and 64),
  set_version   int  not null check (set_version between 1 and 9999),
  reading       text not null,
  age_group     text not null check (age_group in ('ADULT', 'CHILD', 'UNKNOWN')),
  language      text not null,
  interpreter   boolean not null,
  agreed        boolean not null,            -- told the purpose and that she may stop, she said yes
  owner         uuid not null,
  office        uuid not null,
  agency        uuid not null,
  started_at    timestamptz not null,
  finished_at   timestamptz,
  case_file     uuid
);
create index screening_by_owner on screenings.screening (owner, started_at desc);
create index screening_by_office on screenings.screening (office, started_at desc);
create index screening_by_person on screenings.screening (person);

-- An answer or a note as somebody gave it. Never changed: a later entry names those it stands instead of.
create table screenings.entry (
  id         uuid primary key,
  screening  uuid not null references screenings.screening,
  question   text not null check (question ~ '^[A-Z0-9]+([_-][A-Z0-9]+)*$' and length(question) <= 48),
  reply      text check (reply in ('YES', 'NO', 'UNKNOWN')),       -- none: not asked, or a note
  source     text check (source in ('INTERVIEW', 'OBSERVATION', 'DOCUMENT', 'OTHER_PERSON')),
  words      bytea,                                                -- who said it, or the note; sealed
  instead_of uuid[] not null,
  given_by   uuid not null,
  given_at   timestamptz not null,
  check ((reply is null) = (source is null))
);
create index entry_by_screening on screenings.entry (screening);

-- What the answers showed when somebody kept the result, with the input it was read from.
create table screenings.finding (
  id                uuid primary key,
  screening         uuid not null references screenings.screening,
  indicator_set     text not null,
  set_version       int  not null,
  reading           text not null,
  age_group         text not null,
  outcome           text not null,
  lacking           text[] not null,         -- elements of the definition not shown
  positive          text[] not null,         -- dimensions
  nearly            text[] not null,         -- dimensions one answer away
  provisional       boolean not null,
  rests_on_disputed boolean not null,
  could_change      boolean not null,
  answers           jsonb not null,          -- codes only: question to reply and source
  proof             text not null check (length(proof) = 64),
  kept_by           uuid not null,
  kept_at           timestamptz not null
);
create index finding_by_screening on screenings.finding (screening, kept_at desc);

grant usage on schema screenings to screenings;
grant select, insert, update on screenings.screening to screenings;
grant select, insert on screenings.entry, screenings.finding to screenings;
