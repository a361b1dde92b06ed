-- Public keys of users' authenticators (WebAuthn). users.mfa_state: 3 passkeys and no authenticator app, 4 the same while
-- an app waits for its first code. sessions.passkey: the second factor that was shown last was one.
CREATE TABLE passkeys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    credential_id BYTEA NOT NULL UNIQUE,
    public_key BYTEA NOT NULL,
    algorithm BIGINT NOT NULL,
    sign_count BIGINT NOT NULL,
    backup_eligible BIGINT NOT NULL,
    backed_up BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX passkeys_by_user ON passkeys (user_id, created_at);
ALTER TABLE sessions ADD COLUMN passkey BIGINT NOT NULL DEFAULT 0;
