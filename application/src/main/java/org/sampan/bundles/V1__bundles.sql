-- The volumes taken whole, so that one that is missing can be named.
create table bundles.volume (
  sender text not null,
  bundle uuid not null,
  number integer not null check (number between 1 and of),
  of     integer not null,
  taken  timestamptz not null,
  primary key (sender, bundle, number)
);

grant usage on schema bundles to bundles;
grant select, insert on bundles.volume to bundles;
