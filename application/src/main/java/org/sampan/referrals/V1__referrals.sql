-- What we ask of another office, here or in another country. The id is also its message's.
create table referrals.referral (
  id            uuid primary key,
  case_file     uuid not null,
  person        uuid not null,
  purpose       text not null,
  service       text not null,
  country       text not null check (country ~ '^[A-Z]{2}$'),
  node          text not null,
  office        text not null,               -- the code of the receiving office
  agreement     text not null,               -- empty when none is named; the reason is sealed
  urgency       text not null,
  language      text not null,               -- of what was typed
  kept          text[] not null,             -- what the author keeps back though it could go
  stays         text[] not null,             -- what stays and why, as it was handed in: ITEM:REASON
  state         text not null check (state in ('DRAFT', 'WAITING', 'SENT_BACK', 'SENT', 'ACCEPTED', 'REFUSED',
                                               'FED_BACK', 'CANCELLED', 'TAKEN_BACK', 'WITHDRAWN')),
  version       int not null,
  author        uuid not null,
  author_office uuid not null,
  author_agency uuid not null,
  authority     uuid,                        -- the consent or overruling it left under
  sealed        bytea not null,              -- why no agreement is named, and the body once handed in: under her key
  made          timestamptz not null,
  changed       timestamptz not null
);
create index referral_by_case on referrals.referral (case_file);
create index referral_by_office on referrals.referral (author_office, changed desc);
create index referral_by_authority on referrals.referral (authority) where authority is not null;

-- What another office asks of us. The id is its message's.
create table referrals.received (
  id          uuid primary key,
  node        text not null,                 -- who sent it
  country     text not null,
  from_office text not null,
  office      uuid not null,                 -- the office of ours that must act
  agency      uuid not null,
  case_file   uuid not null,
  person      uuid not null,
  purpose     text not null,
  service     text not null,
  urgency     text not null,
  language    text not null,
  categories  text[] not null,               -- what the consent it rests on covers
  arrived     timestamptz not null,
  due         timestamptz not null,          -- by its urgency: only the order of the inbox
  state       text not null check (state in ('NEW', 'ACCEPTED', 'REFUSED', 'FED_BACK', 'LOCKED', 'TAKEN_BACK')),
  version     int not null,
  changed     timestamptz not null,
  sealed      bytea not null                 -- the body as it came: under her key
);
create index received_by_case on referrals.received (case_file);
create index received_by_office on referrals.received (office, due);

-- Everything done to either: rows are only ever added.
create table referrals.step (
  id       uuid not null,                    -- of an answer: its message's
  person   uuid not null,                    -- tells the two sides apart when both are of this node
  referral uuid not null,                    -- of either table
  what     text not null,
  reason   text not null,                    -- a code, or empty
  at       timestamptz not null,
  account  uuid,                             -- none when another node did it
  office   uuid,
  sealed   bytea,                            -- words: under her key
  primary key (id, person)
);
create index step_by_referral on referrals.step (referral, at);

-- A named person's translation of one text, beside what was written.
create table referrals.translation (
  id       uuid primary key,
  received uuid not null references referrals.received,
  item     text not null,
  language text not null,
  at       timestamptz not null,
  account  uuid not null,
  sealed   bytea not null
);
create index translation_by_received on referrals.translation (received, at);

-- A follow-up given to one colleague, who sees this and what it needs, nothing else.
create table referrals.task (
  id        uuid primary key,
  received  uuid not null references referrals.received,
  case_file uuid not null,
  person    uuid not null,
  assignee  uuid not null,
  office    uuid not null,                   -- the assignee's
  agency    uuid not null,
  given_by  uuid not null,
  given     timestamptz not null,
  state     text not null check (state in ('GIVEN', 'DONE', 'CLOSED')),
  version   int not null,
  changed   timestamptz not null,
  sealed    bytea not null                   -- what to ask, what never to mention
);
create index task_by_assignee on referrals.task (assignee, state);
create index task_by_received on referrals.task (received);

create table referrals.visit (
  id      uuid primary key,
  task    uuid not null unique references referrals.task,
  at      timestamptz not null,
  account uuid not null,
  day     date not null,
  outcome jsonb not null,                    -- codes
  sealed  bytea not null                     -- the note
);

grant usage on schema referrals to referrals;
grant select, insert on referrals.step, referrals.translation, referrals.visit to referrals;
grant select, insert, update on referrals.referral, referrals.received, referrals.task to referrals;
