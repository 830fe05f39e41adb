-- Which consent was told to which node about which case, and by which message.
create table consentrecords.told (
  message   uuid primary key,
  case_file uuid not null,
  node      text not null,
  hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
  at        timestamptz not null
);
create index told_by_case on consentrecords.told (case_file, node, hash);

-- What other nodes say a person allowed. Codes only; the signed letter is kept by the exchange.
create table consentrecords.heard (
  message    uuid primary key,
  node       text not null,
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  purpose    text not null,
  office     text not null,              -- of ours, or * for any
  categories text[] not null,
  giver      text not null,
  language   text not null,
  day        date not null,
  last_day   date,
  recorded   timestamptz not null,
  at         timestamptz not null,
  ended      timestamptz                 -- when it was withdrawn
);
create index heard_by_hash on consentrecords.heard (node, hash);

grant usage on schema consentrecords to consentrecords;
grant select, insert on consentrecords.told to consentrecords;
grant select, insert, update on consentrecords.heard to consentrecords;
