-- A role that somebody has may end, and tells who gave it. How often the end was told in advance: not yet, a week before, a day
-- before.
ALTER TABLE user_roles ADD COLUMN expires_at BIGINT;
ALTER TABLE user_roles ADD COLUMN assigned_by TEXT NOT NULL DEFAULT '';
ALTER TABLE user_roles ADD COLUMN end_told BIGINT NOT NULL DEFAULT 0;
DROP INDEX user_roles_by_role;
CREATE INDEX user_roles_by_role ON user_roles (role, user_id, expires_at);
CREATE INDEX user_roles_ending ON user_roles (expires_at) WHERE expires_at IS NOT NULL;
