-- The node's own keys; private halves sealed under the node's key, which is not in the database.
create table trust.node_key (
  id          uuid primary key,
  use         text not null check (use in ('SIGN', 'ENCRYPT')),
  public_part text not null,
  sealed      bytea not null,
  made        timestamptz not null
);

-- Every trust list this node accepted: versions only rise.
create table trust.trust_list (
  version  bigint primary key,
  digest   text not null,
  text     text not null,
  accepted timestamptz not null
);

grant usage on schema trust to trust;
grant select, insert on trust.node_key, trust.trust_list to trust;

-- Both stood in exchange until trust became a capability of its own: an existing node keeps its keys
-- and its lists. Copy and end of the old tables are one transaction, so neither can be lost between.
do $$
begin
  if to_regclass('exchange.node_key') is not null then
    insert into trust.node_key select id, use, public_part, sealed, made from exchange.node_key;
    drop table exchange.node_key;
  end if;
  if to_regclass('exchange.trust_list') is not null then
    insert into trust.trust_list select version, digest, text, accepted from exchange.trust_list;
    drop table exchange.trust_list;
  end if;
end
$$;
