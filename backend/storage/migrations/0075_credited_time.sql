-- Time that has passed, beside what the clock says (backend/audit/seen_time.h): what deletion goes by; how much of it is only the
-- clock's word; by how much the clock has been ahead of it since it runs calmly; and when this was by the time since the boot.
ALTER TABLE seen_time ADD COLUMN credited_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE seen_time ADD COLUMN doubtful BIGINT NOT NULL DEFAULT 0;
ALTER TABLE seen_time ADD COLUMN calm_lag BIGINT NOT NULL DEFAULT 0;
ALTER TABLE seen_time ADD COLUMN boot TEXT NOT NULL DEFAULT '';
ALTER TABLE seen_time ADD COLUMN boot_at BIGINT NOT NULL DEFAULT 0;
UPDATE seen_time SET credited_at = COALESCE(jump_from + waited, seen_at), doubtful = unseen;
UPDATE seen_time SET calm_lag = seen_at - credited_at;
