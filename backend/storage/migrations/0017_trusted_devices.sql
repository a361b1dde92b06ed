-- Devices on which the second factor is not asked for while mfa.trusted_device_days says so. Of the token (256 random bits)
-- there is only the SHA-256. They end with a new password, a changed second factor and a sign-out everywhere.
CREATE TABLE trusted_devices (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT ''
);
CREATE INDEX trusted_devices_by_user ON trusted_devices (user_id, created_at);
CREATE INDEX trusted_devices_by_time ON trusted_devices (created_at);
