-- One person's case. What identifies her stands in casework.fact, sealed under her key.
create table casework.case_file (
  id            uuid primary key,
  person        uuid not null unique,
  screening     uuid,                        -- the interview it was opened from
  compartment   text not null,
  owner         uuid not null,               -- the account that opened it; all zeros when another node did
  office        uuid not null,               -- the office that answers for it
  agency        uuid not null,
  source_node   text,                        -- where it came from, when it was received
  source_office text,
  status        text not null check (status in ('ACTIVE', 'FOLLOW_UP', 'CLOSED', 'CLOSED_REFERRED')),
  version       int not null,                -- of the status, the holding and the lock
  opened        timestamptz not null,
  touched       timestamptz not null,
  lock_reason   text,                        -- a code: the copy shows that it is locked, and nothing else
  locked        timestamptz,
  erased        timestamptz                  -- her key is destroyed
);
create index case_file_by_office on casework.case_file (office, touched desc);
create index case_file_by_owner on casework.case_file (owner, touched desc);

-- Who works on it now.
create table casework.assignment (
  case_file uuid not null references casework.case_file,
  account   uuid not null,
  at        timestamptz not null,
  primary key (case_file, account)
);
create index assignment_by_account on casework.assignment (account);

-- The answers to one section, one row a version; nothing is ever changed.
create table casework.fact (
  id        uuid primary key,
  case_file uuid not null references casework.case_file,
  section   text not null,
  version   int not null check (version > 0),
  codes     jsonb not null,                  -- codes of lists, countries, languages, provinces
  sealed    bytea not null,                  -- names and everything typed
  at        timestamptz not null,
  account   uuid,
  unique (case_file, section, version)
);

-- Numbers of papers and telephones, findable by equality only; taken away when she is erased.
create table casework.exact_number (
  case_file uuid not null references casework.case_file,
  section   text not null,
  digest    bytea not null,
  primary key (digest, case_file, section)
);
create index exact_number_by_case on casework.exact_number (case_file, section);

-- The near bank of the river: what was done here, in codes.
create table casework.act (
  id        uuid primary key,
  case_file uuid not null references casework.case_file,
  what      text not null,
  detail    text not null,
  at        timestamptz not null,
  account   uuid,
  office    uuid
);
create index act_by_case on casework.act (case_file, at);

-- Why somebody opened what is not hers by duty.
create table casework.stated_purpose (
  id        uuid primary key,
  case_file uuid not null references casework.case_file,
  account   uuid not null,
  purpose   text not null,
  at        timestamptz not null
);
create index stated_purpose_by_account on casework.stated_purpose (account, case_file, at);

grant usage on schema casework to casework;
grant select, insert on casework.fact, casework.act, casework.stated_purpose to casework;
grant select, insert, delete on casework.assignment, casework.exact_number to casework;
grant select, insert on casework.case_file to casework;
grant update (owner, office, agency, status, version, touched, lock_reason, locked, erased)
  on casework.case_file to casework;
