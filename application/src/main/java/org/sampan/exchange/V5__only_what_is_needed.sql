-- Whether files go beside a message: what has none is never looked for among the errands. What was
-- written before may have some.
alter table exchange.outbox add column files boolean not null default true;

-- Sealed bytes do not become smaller: nobody tries.
alter table exchange.outbox alter column sealed set storage external;
alter table exchange.outbox alter column inner_jws set storage external;
alter table exchange.inbox alter column sealed set storage external;
alter table exchange.inbox alter column inner_jws set storage external;
