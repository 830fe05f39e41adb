-- Each letter that crosses leaves six entries: what nobody needs of their upkeep goes.
-- An entry and its wait for a place are written by one statement, so the one cannot lack the other;
-- those that wait are asked for by their number alone.
alter table audit.waiting drop constraint waiting_entry_fkey;
alter table audit.waiting drop constraint waiting_pkey;
drop index audit.waiting_in_order;
alter table audit.waiting add primary key (number);

-- What the node does by itself names nobody, and much of it no case.
drop index audit.entry_by_case;
create index entry_by_case on audit.entry (case_file, at) where case_file is not null;
drop index audit.entry_by_who;
create index entry_by_who on audit.entry (who, at) where who is not null;
