-- Places finer than a province, brought by importing a published gazetteer. A public register: names of
-- places, no person's, so they stand readable and may be indexed by three letters.
create extension if not exists pg_trgm with schema public;

create table places.place (
  id         text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,39}$'),
  country    text not null check (country ~ '^[A-Z]{2}$'),
  level      text not null check (level in ('district', 'commune', 'village')),
  parent     text not null,            -- a province of the product, or another row
  native     text[] not null,
  latin      text not null check (length(latin) <= 200),
  other      text[] not null,
  valid_from date,
  valid_to   date,
  source     text not null check (length(source) <= 200),
  folded     text not null,            -- every name folded, a line each, with and without spaces
  check (latin <> '' or cardinality(native) > 0),
  check (valid_to >= valid_from),
  check (parent <> id)
);
create index place_by_letters on places.place using gin (folded public.gin_trgm_ops);
create index place_by_parent on places.place (parent);

-- A place that ended gets a last day; it is never removed.
grant usage on schema places to places;
grant select, insert, update on places.place to places;
