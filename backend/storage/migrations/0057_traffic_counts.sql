-- How many requests ended how, a minute and an hour (backend/protection/traffic/traffic_log.h): what the window's figures are made
-- of, so that they outlive the locking of the vault. `slot_seconds` is 60 or 3600, `slot_number` the slot's start in seconds since
-- 1970 divided by it, `counter` a word. Minutes are kept for a day, hours for a week.
CREATE TABLE traffic_counts (
    slot_seconds BIGINT NOT NULL,
    slot_number BIGINT NOT NULL,
    counter TEXT NOT NULL,
    requests BIGINT NOT NULL,
    PRIMARY KEY (slot_seconds, slot_number, counter)
);
-- Since when they are counted.
CREATE TABLE traffic_since (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    since BIGINT NOT NULL
);
