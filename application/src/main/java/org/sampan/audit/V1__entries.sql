-- Who did what to which record, and why. Append-only: the application may insert and read, nothing else.
create table audit.entry (
  id       uuid primary key,
  at       timestamptz not null,
  who      uuid,                       -- the account; empty when the node itself acted
  office   uuid,
  act      text not null check (act ~ '^[a-z]+(\.[a-z-]+)+$' and length(act) <= 80),
  record   uuid,                       -- what it was done to
  case_file uuid,                      -- the case it belongs to, if any
  purpose  text check (length(purpose) <= 80),
  detail   jsonb not null,             -- codes and identifiers, never personal data
  salt     bytea not null,
  leaf     bytea not null              -- SHA-256 of 0x00, salt and the canonical entry
);
create index entry_by_case on audit.entry (case_file, at);
create index entry_by_time on audit.entry (at desc);
create index entry_by_who on audit.entry (who, at);

-- The chain: position n holds SHA-256 of 0x01, the chain value of n-1 and the leaf.
create table audit.link (
  position bigint primary key,
  entry    uuid not null unique references audit.entry,
  chain    bytea not null
);

grant usage on schema audit to audit;
grant select, insert on audit.entry, audit.link to audit;
