-- One key a person, wrapped by the node's key. Deleting the row erases the person.
create table vault.person_key (
  person  uuid primary key,
  wrapped bytea not null,
  made    timestamptz not null
);
grant usage on schema vault to vault;
grant select, insert, delete on vault.person_key to vault;
