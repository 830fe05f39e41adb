-- Revocations and suspensions heard of, from whoever carried them; each is signed.
create table trust.notice (
  digest text primary key,
  node   text not null,
  text   text not null,
  heard  timestamptz not null
);

-- A key rotates: what the list last said of its end, and where its private half is kept.
alter table trust.node_key drop constraint node_key_use_check;
alter table trust.node_key add constraint node_key_use_check check (use in ('SIGN', 'ENCRYPT', 'TLS'));
alter table trust.node_key add column kept_in text not null default 'VAULT' check (kept_in in ('VAULT', 'TOKEN'));
alter table trust.node_key add column until timestamptz;

grant select, insert on trust.notice to trust;
grant update (until), delete on trust.node_key to trust;
