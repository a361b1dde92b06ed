-- When an account was last used by its user: the newest sign-in, or the newest use of a session to about an hour; until the
-- first of them when the account was made. last_sign_in_at says when somebody signed in, and sessions go when they end.
ALTER TABLE users ADD COLUMN active_at BIGINT NOT NULL DEFAULT 0;
UPDATE users SET active_at = CASE WHEN last_sign_in_at > created_at THEN last_sign_in_at ELSE created_at END;
UPDATE users SET active_at = (SELECT MAX(s.last_used_at) FROM sessions s WHERE s.user_id = users.id)
    WHERE id IN (SELECT s.user_id FROM sessions s)
    AND active_at < (SELECT MAX(s.last_used_at) FROM sessions s WHERE s.user_id = users.id);
-- Who may sign in and hasn't for long is a range of this.
CREATE INDEX users_by_activity ON users (status, active_at, id);
