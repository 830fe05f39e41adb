-- The chain becomes a Merkle log: every committed entry has a place and a leaf, and any part of it
-- can be proved in a few hundred bytes. Append-only, as the entries are.
create table audit.leaf (
  position bigint primary key,         -- from 0, without a gap
  entry    uuid not null unique,       -- not a reference: when an entry is erased its leaf stays
  hash     bytea not null check (length(hash) = 32)
);
insert into audit.leaf (position, entry, hash)
  select l.position - 1, l.entry, e.leaf from audit.link l join audit.entry e on e.id = l.entry;
drop table audit.link;

-- One hash for 256 leaves (level 1), for 65,536 (level 2), and so on: the tiles of the log.
create table audit.subtree (
  level    smallint not null check (level between 1 and 7),
  position bigint not null,
  hash     bytea not null check (length(hash) = 32),
  primary key (level, position)
);

-- Entries that have no place yet. Emptied by the sequencer, a moment after the commit.
create table audit.waiting (
  entry  uuid primary key references audit.entry,
  number bigint generated always as identity
);
create index waiting_in_order on audit.waiting (number);
insert into audit.waiting (entry)
  select e.id from audit.entry e
   where not exists (select from audit.leaf l where l.entry = e.id) order by e.at, e.id;

grant select, insert on audit.leaf, audit.subtree to audit;
grant select, insert, delete on audit.waiting to audit;
