-- What this vault has seen of time (backend/audit/seen_time.h): the last reading of the clock, and while deletion waits after
-- a jump, from and to where it was and for how many microseconds the vault has run on since.
CREATE TABLE seen_time (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seen_at BIGINT NOT NULL,
    jump_from BIGINT,
    jump_to BIGINT,
    waited BIGINT NOT NULL DEFAULT 0
);
