create table accounts.agency (
  id          uuid primary key,
  native_name text not null check (length(native_name) between 1 and 200),
  latin_name  text not null check (length(latin_name) between 1 and 200)
);

create table accounts.office (
  id          uuid primary key,
  agency      uuid not null references accounts.agency,
  code        text not null unique check (code ~ '^[a-z]{2}(-[a-z0-9]+)+$' and length(code) <= 60),
  native_name text not null check (length(native_name) between 1 and 200),
  latin_name  text not null check (length(latin_name) between 1 and 200),
  zone        text not null
);

create table accounts.account (
  id            uuid primary key,
  sign_in_name  text not null unique check (sign_in_name ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
  name          text not null check (length(name) between 1 and 200),
  office        uuid not null references accounts.office,
  language      text not null,
  active        boolean not null default true,
  password      text,                        -- a salted hash; none until the invitation is used
  second_factor bytea,                       -- the shared secret, sealed under the node's key
  last_step     bigint not null default 0,   -- the last time step used: a code works once
  failures      int not null default 0,
  locked_until  timestamptz,
  made          timestamptz not null
);
create index account_by_office on accounts.account (office);

create table accounts.account_role (
  account uuid not null references accounts.account,
  role    text not null,
  primary key (account, role)
);

-- A one-time link by which a person sets her own password and second factor.
create table accounts.invitation (
  digest  bytea primary key,                 -- SHA-256 of the link's token
  account uuid not null references accounts.account,
  expires timestamptz not null,
  used    timestamptz
);

-- Sign-ins survive a restart: the tables of Spring Session.
create table accounts.spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on accounts.spring_session (expiry_time);
create index spring_session_principal on accounts.spring_session (principal_name);
create table accounts.spring_session_attributes (
  session_primary_id char(36) not null references accounts.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

grant usage on schema accounts to accounts;
grant select, insert, update on accounts.agency, accounts.office, accounts.account, accounts.invitation to accounts;
grant select, insert, delete on accounts.account_role to accounts;
grant select, insert, update, delete on accounts.spring_session, accounts.spring_session_attributes to accounts;
