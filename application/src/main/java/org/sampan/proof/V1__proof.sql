-- Who asked for the letters of a case as a court file, why, and what a second person decided.
create table proof.asking (
  id        uuid primary key,
  case_file uuid not null,
  person    uuid not null,
  author    uuid not null,
  office    uuid not null,               -- of the case, to find who may approve
  agency    uuid not null,
  asked     timestamptz not null,
  ground    text not null check (ground in ('PERSON_ASKS', 'PERSON_AGREES', 'COURT_ORDERS')),
  why       bytea not null,              -- who gets it and by which order; sealed under the person's key
  letters   uuid[] not null,             -- exactly these are approved
  state     text not null check (state in ('WAITING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  decided_by uuid,
  decided   timestamptz,
  answer    bytea,                       -- why not; sealed under the person's key
  until     timestamptz not null,        -- to approve it, then to download it
  taken     int not null default 0,
  check (decided_by is null or state = 'WITHDRAWN' or decided_by <> author)
);
create index asking_by_case on proof.asking (case_file, asked desc);
create index asking_under_way on proof.asking (until) where state in ('WAITING', 'APPROVED');

grant usage on schema proof to proof;
grant select, insert on proof.asking to proof;
grant update (state, decided_by, decided, answer, until, taken) on proof.asking to proof;
