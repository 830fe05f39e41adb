-- Who looked at one account, one message, one referral: asked as often as who looked at one case.
create index entry_by_record on audit.entry (record, at);
create index entry_by_act on audit.entry (act, at);
