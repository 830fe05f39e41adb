-- Her answers, one scope a row. Rows are only ever added; what identifies people is sealed under her key.
create table consents.consent (
  id          uuid primary key,
  person      uuid not null,
  purpose     text not null,
  country     text not null check (country ~ '^[A-Z]{2}$'),
  node        text not null,
  office      text not null,               -- the code of one office, or * for any
  categories  text[] not null check (cardinality(categories) > 0),
  answer      text not null check (answer in ('GIVEN', 'REFUSED')),
  giver       text not null,
  language    text not null,
  day         date not null,
  valid_until date,
  spoken      bytea not null,              -- what is withheld, witness, guardian, the child's view: sealed
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_in uuid not null,               -- the office
  hash        text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index consent_by_person on consents.consent (person);

create table consents.withdrawal (
  consent uuid primary key references consents.consent,
  at      timestamptz not null,
  account uuid not null,
  giver   text not null,
  reason  text not null
);

-- Going past her answer: a reason, a name, a review.
create table consents.overruling (
  id         uuid primary key,
  person     uuid not null,
  case_file  uuid not null,
  purpose    text not null,
  country    text not null check (country ~ '^[A-Z]{2}$'),
  node       text not null,
  office     text not null,
  categories text[] not null check (cardinality(categories) > 0),
  reason     text not null,
  explained  bytea not null,               -- the reason in words: sealed
  at         timestamptz not null,
  account    uuid not null,
  made_in    uuid not null,                -- the office
  agency     uuid not null,
  hash       text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index overruling_by_person on consents.overruling (person);

create table consents.verdict (
  overruling uuid primary key references consents.overruling,
  at         timestamptz not null,
  account    uuid not null,
  finding    text not null check (finding in ('UPHELD', 'SET_ASIDE'))
);

grant usage on schema consents to consents;
grant select, insert on consents.consent, consents.withdrawal, consents.overruling, consents.verdict to consents;
