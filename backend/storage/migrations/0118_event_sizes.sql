-- The cap in bytes, 0 for none, and how large the events are: measured once for each block of 8,192 numbers of the chain, and anew
-- where one of them has gone or stands in other words since.
ALTER TABLE retention_plan ADD COLUMN most_bytes BIGINT NOT NULL DEFAULT 0;
CREATE TABLE event_sizes (
    block BIGINT NOT NULL PRIMARY KEY,
    events BIGINT NOT NULL,
    bytes BIGINT NOT NULL
);
