-- A hundred thousand letters may wait for one peer: the next one is found without reading them all.
-- What stands before an urgent letter of its thread is as pressing as that letter.
alter table exchange.outbox add column pressing boolean not null default false;
update exchange.outbox o set pressing = true
 where o.urgent or exists (
   select from exchange.outbox u
    where u.thread = o.thread and u.seq > o.seq and u.urgent and u.state in ('QUEUED', 'SENDING'));

drop index exchange.outbox_waiting;
create index outbox_next on exchange.outbox
  (peer, (attempts > 3), pressing desc, failed_at nulls first, created, id)
  where state in ('QUEUED', 'SENDING') or again;
create index outbox_before on exchange.outbox (thread, seq) where state in ('QUEUED', 'SENDING');
create index outbox_leased on exchange.outbox (peer, lease_until) where lease_until is not null;
