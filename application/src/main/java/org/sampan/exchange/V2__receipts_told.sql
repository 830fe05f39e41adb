-- Which receipts of ours went out, found by what they answer.
create index outbox_receipt on exchange.outbox (in_reply_to) where kind like 'sys.receipt/%';
