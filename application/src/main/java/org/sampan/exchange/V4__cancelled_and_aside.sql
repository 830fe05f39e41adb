-- Who took back a message that still waited; a withdrawal takes back by itself and names nobody.
alter table exchange.outbox add column cancelled_by uuid;
-- The other node's first word on a message it put aside, kept when a later word replaces it.
alter table exchange.outbox add column aside text;

-- Right by signature and sealing, and not to be taken: put aside until a person rules or, where the
-- kind was unknown, until this node has learned it. Nothing of it acts meanwhile.
alter table exchange.inbox drop constraint inbox_state_check;
alter table exchange.inbox add constraint inbox_state_check
  check (state in ('HELD', 'PROCESSED', 'REFUSED', 'LOCKED', 'QUARANTINED'));
alter table exchange.inbox add column why text;               -- the code of why it was put aside
alter table exchange.inbox add column aside text;             -- what its sender was told then, signed
alter table exchange.inbox add column aside_at timestamptz;
create index inbox_aside on exchange.inbox (aside_at) where state = 'QUARANTINED';
