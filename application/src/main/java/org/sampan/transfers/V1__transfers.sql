-- A case handed over, or offered to us. The id is its message's. Codes only: nothing here is sealed.
create table transfers.transfer (
  id            uuid primary key,
  ours          boolean not null,            -- whether we hand over; else it is offered to us
  case_file     uuid not null,
  person        uuid not null,
  node          text not null,               -- the other side
  office        text not null,
  request       uuid not null,               -- the accepted referral it follows
  purpose       text not null,
  why           text not null,
  giver         text not null,               -- who agreed to the transfer
  agreed        date not null,
  consent       uuid,                        -- what it leaves under; none when it was offered to us
  state         text not null check (state in ('WAITING', 'CANCELLED', 'SENT', 'OFFERED', 'ACCEPTED', 'REFUSED',
                                               'TAKEN_BACK', 'WITHDRAWN')),
  reason        text not null,               -- of a refusal, or empty
  version       int not null,
  author        uuid,
  author_office uuid,
  made          timestamptz not null,
  changed       timestamptz not null,
  changed_by    uuid,                        -- none when another node did it
  changed_in    uuid
);
create index transfer_by_case on transfers.transfer (case_file);
create index transfer_by_consent on transfers.transfer (consent) where consent is not null;

-- That the work on a case is done, told to the office that asked; or told to us. The id is its message's.
create table transfers.closing (
  id        uuid primary key,
  ours      boolean not null,                -- whether we closed
  case_file uuid not null,
  person    uuid not null,
  node      text not null,
  office    text not null,
  request   uuid not null,
  outcome   text not null,                   -- empty when it was not told to us
  told      boolean not null,                -- whether the outcome crossed
  at        timestamptz not null,
  account   uuid,
  account_in uuid
);
create index closing_by_case on transfers.closing (case_file);

grant usage on schema transfers to transfers;
grant select, insert, update on transfers.transfer to transfers;
grant select, insert on transfers.closing to transfers;
