-- How many members of a role have a second factor is read from one index, so the members' rows hold a copy of what
-- stands in users: whether the user may sign in, and whether there is a factor.
ALTER TABLE user_roles ADD COLUMN active BIGINT NOT NULL DEFAULT 0;
ALTER TABLE user_roles ADD COLUMN factor BIGINT NOT NULL DEFAULT 0;
UPDATE user_roles SET
    active = (SELECT CASE WHEN u.status = 'active' THEN 1 ELSE 0 END FROM users u WHERE u.id = user_roles.user_id),
    factor = (SELECT CASE WHEN u.mfa_state >= 2 THEN 1 ELSE 0 END FROM users u WHERE u.id = user_roles.user_id);
CREATE INDEX user_roles_coverage ON user_roles (role, active, factor, assigned_at, user_id);

-- Recovery codes that are left; their hashes stand in recovery_codes.
ALTER TABLE users ADD COLUMN recovery_left BIGINT NOT NULL DEFAULT 0;
UPDATE users SET recovery_left = (SELECT COUNT(*) FROM recovery_codes c WHERE c.user_id = users.id);
CREATE INDEX users_by_recovery_left ON users (mfa_state, recovery_left, id);
