-- The node's own keys; private halves sealed under the node's key, which is not in the database.
create table exchange.node_key (
  id          uuid primary key,
  use         text not null check (use in ('SIGN', 'ENCRYPT')),
  public_part text not null,
  sealed      bytea not null,
  made        timestamptz not null
);

-- Every trust list this node accepted: versions only rise.
create table exchange.trust_list (
  version  bigint primary key,
  digest   text not null,
  text     text not null,
  accepted timestamptz not null
);

-- How each other node answers: one circuit a peer, not one a message.
create table exchange.peer (
  node         text primary key,
  failures     int not null default 0,
  next_try     timestamptz not null,
  last_heard   timestamptz,
  last_failure text,
  failed_since timestamptz
);

-- One case as a pair of nodes knows it. Numbers go up by one in each direction.
create table exchange.thread (
  id          uuid primary key,
  peer        text not null,
  pair_case   uuid not null,             -- random, made for the pair; unlike any number at home
  case_file   uuid,                      -- ours, once there is one
  person      uuid,
  next_out    bigint not null default 1,
  last_out    text,                      -- identity digest of number next_out - 1
  seen        bigint not null default 0, -- the highest number received without a gap
  seen_digest text,
  gap_since   timestamptz,
  made        timestamptz not null,
  unique (peer, pair_case)
);
create index thread_by_case on exchange.thread (case_file, peer);

create table exchange.outbox (
  id             uuid primary key,
  thread         uuid not null references exchange.thread,
  seq            bigint not null check (seq > 0),
  prev           text,
  peer           text not null,
  office         text,
  kind           text not null,
  urgent         boolean not null,
  personal       boolean not null,       -- waits when the trust list has expired
  overtakes      boolean not null,       -- may arrive before lower numbers: withdrawals, tombstones
  state          text not null,
  created        timestamptz not null,
  not_after      timestamptz not null,
  sealed         bytea,                  -- the bytes that travel, the same each time; only the peer opens them
  sealed_digest  text not null,
  identity       text not null,
  inner_jws      bytea not null,         -- what was signed, sealed under the person's key: for proof
  person         uuid,
  consent        uuid,
  overruling     uuid,
  relies_on      text,                   -- digest of the consent's or overruling's record
  author         uuid,
  author_office  uuid,
  author_agency  uuid,
  approver       uuid,
  in_reply_to    uuid,
  replaces       uuid,                   -- the message whose number this tombstone takes
  lease_until    timestamptz,
  again          boolean not null default false,
  attempts       int not null default 0,
  last_failure   text,
  failed_at      timestamptz,
  r1             text, r1_at timestamptz,
  r2             text, r2_at timestamptz,
  r3             text, r3_at timestamptz, r3_reason text,
  ended          timestamptz
);
create unique index outbox_number on exchange.outbox (thread, seq)
  where state not in ('CANCELLED', 'EXPIRED', 'BOUNCED');
create index outbox_waiting on exchange.outbox (peer, urgent desc, created) where state in ('QUEUED', 'SENDING') or again;
create unique index outbox_tombstone on exchange.outbox (replaces) where replaces is not null;
create index outbox_by_person on exchange.outbox (person) where person is not null;

-- Every attempt, so that a message that expired can be shown to have been tried.
create table exchange.attempt (
  message uuid not null references exchange.outbox,
  at      timestamptz not null,
  outcome text not null,
  primary key (message, at)
);

create table exchange.inbox (
  sender        text not null,
  id            uuid not null,
  thread        uuid not null references exchange.thread,
  seq           bigint not null check (seq > 0),
  prev          text,
  kind          text not null,
  office        text,
  state         text not null check (state in ('HELD', 'PROCESSED', 'REFUSED', 'LOCKED')),
  received      timestamptz not null,
  not_after     timestamptz not null,
  identity      text not null,
  sealed_digest text not null,
  sealed        bytea,                   -- kept only while the message is held
  inner_jws     bytea,                   -- what was signed, sealed under the person's key or the node's
  person        uuid,
  consent_state text not null,
  consent_scope text[] not null,
  consent_hash  text,
  consent_until timestamptz,
  in_reply_to   uuid,
  replaces      uuid,                    -- of a tombstone: the message it stands for
  also          text,                    -- of a tombstone: that message's identity, or * when unknown
  r1            text not null,
  r2            text,
  r3            text,
  primary key (sender, id)
);
create index inbox_number on exchange.inbox (thread, seq);
create index inbox_by_id on exchange.inbox (id);

-- Consents withdrawn by the other side: what relies on one is locked, however late it arrives.
create table exchange.withdrawn (
  thread       uuid not null references exchange.thread,
  consent_hash text not null,
  at           timestamptz not null,
  primary key (thread, consent_hash)
);

-- Withdrawals the other side must still be told of; told at once unless it cannot be written to.
create table exchange.owed (
  thread    uuid not null references exchange.thread,
  relies_on text not null,
  at        timestamptz not null,
  told      timestamptz,
  primary key (thread, relies_on)
);

-- Statements taken once: replaying one changes nothing.
create table exchange.statement (
  sender text not null,
  nonce  text not null,
  at     timestamptz not null,
  primary key (sender, nonce)
);

-- Each time this database was restored from a copy, and which peers have since said where we stand.
create table exchange.rollback (
  id      uuid primary key,
  noticed timestamptz not null
);
create table exchange.confirmed (
  rollback uuid not null references exchange.rollback,
  peer     text not null,
  at       timestamptz not null,
  primary key (rollback, peer)
);

grant usage on schema exchange to exchange;
grant select, insert on exchange.node_key, exchange.trust_list, exchange.attempt, exchange.withdrawn,
  exchange.rollback, exchange.confirmed to exchange;
grant select, insert, update on exchange.owed, exchange.peer, exchange.thread, exchange.outbox, exchange.inbox to exchange;
grant select, insert, delete on exchange.statement to exchange;
