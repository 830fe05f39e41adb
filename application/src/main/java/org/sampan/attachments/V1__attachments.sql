-- The sealed form of a file: the bytes that cross, and that are kept. Its key is not here.
create table attachments.parcel (
  id     uuid primary key,
  origin text not null,              -- the node it comes from; empty for this one
  digest text not null,              -- SHA-256 of the whole, the name under which it crosses
  size   bigint not null check (size > 0),
  held   bigint not null,            -- so many bytes of it are here, from the beginning
  state  text not null check (state in ('COMING', 'WHOLE', 'CHECKED', 'REFUSED')),
  why    text,                       -- the code of a refusal
  until  timestamptz,                -- when it is no longer waited for
  made   timestamptz not null,
  unique (origin, digest)
);
create index parcel_coming on attachments.parcel (origin) where state in ('COMING', 'WHOLE');

create table attachments.piece (
  parcel uuid not null references attachments.parcel on delete cascade,
  at     bigint not null,            -- where in the parcel it begins
  bytes  bytea not null,
  primary key (parcel, at)
);
-- Sealed bytes do not grow smaller.
alter table attachments.piece alter column bytes set storage external;

-- A file beside a record. The record's identifier is also its message's.
create table attachments.paper (
  record     uuid not null,
  id         uuid not null,
  place      int not null,           -- its order in the letter
  parcel     uuid not null references attachments.parcel,
  person     uuid,                   -- under whose key the parcel's key lies; none: the node's
  what       text not null,          -- a code
  media_type text not null,
  size       bigint not null,
  sha256     text not null,
  sealed     bytea not null,         -- the parcel's key
  added      timestamptz not null,
  primary key (record, id)
);
create index paper_by_parcel on attachments.paper (parcel);

-- One parcel to be brought to one node.
create table attachments.errand (
  record   uuid not null,
  parcel   uuid not null references attachments.parcel,
  peer     text not null,
  state    text not null check (state in ('WAITS', 'GOES', 'DONE', 'STOPPED')),
  arrived  bigint not null default 0, -- so many bytes the other node says it holds
  sent     bigint not null default 0, -- so many bytes we put on the way, repeats included
  failures int not null default 0,
  next_try timestamptz not null,
  primary key (record, parcel, peer)
);
create index errand_under_way on attachments.errand (peer, next_try) where state = 'GOES';

grant usage on schema attachments to attachments;
grant select, insert, update, delete on attachments.parcel, attachments.paper, attachments.errand to attachments;
grant select, insert, delete on attachments.piece to attachments;
