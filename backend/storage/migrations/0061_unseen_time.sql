-- By how many microseconds the clock has gone ahead while the vault wasn't there to see it, less what it has run since
-- (backend/audit/seen_time.h): many steps that are each too small to be a jump are one together.
ALTER TABLE seen_time ADD COLUMN unseen BIGINT NOT NULL DEFAULT 0;
