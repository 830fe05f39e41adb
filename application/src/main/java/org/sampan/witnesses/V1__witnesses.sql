-- This node's own checkpoints, as signed notes; cosignatures are added as they come.
create table witnesses.checkpoint (
  size  bigint primary key,
  root  text not null,
  at    timestamptz not null,
  note  text not null
);

-- Heads of other nodes' logs, as their letters and receipts carried them.
create table witnesses.heard (
  peer  text not null,
  size  bigint not null,
  root  text not null,
  at    timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'PROVED', 'BROKEN')),
  primary key (peer, size, root)
);
create index heard_open on witnesses.heard (peer, size) where state = 'OPEN';

-- The newest checkpoint of each other node that continued all before it.
create table witnesses.seen (
  peer  text primary key,
  size  bigint not null,
  root  text not null,
  at    timestamptz not null,
  note  text not null
);

-- A log that forked or went back: once for each proof of it, for ever.
create table witnesses.alarm (
  peer  text not null,
  kind  text not null check (kind in ('FORK', 'ROLLBACK')),
  size  bigint not null,              -- what was heard
  root  text not null,
  now_size bigint not null,           -- what it showed instead
  now_root text not null,
  at    timestamptz not null,
  primary key (peer, kind, size, root)
);

grant usage on schema witnesses to witnesses;
grant select, insert, update on witnesses.checkpoint, witnesses.heard, witnesses.seen to witnesses;
grant select, insert on witnesses.alarm to witnesses;
