-- For operators, of no meaning to the domain: when a message was written (wall clock, unix milliseconds), and the trace of the
-- append that wrote it (W3C traceparent). Null in rows of earlier releases, which go on writing beside this one.
ALTER TABLE outbox ADD COLUMN sent_at bigint, ADD COLUMN trace text;
