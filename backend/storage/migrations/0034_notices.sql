-- What users are told about their accounts (ASVS 6.3.5, 6.3.7). by_name: who did it, if somebody else.
CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    read_at BIGINT,
    address TEXT NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT '',
    by_name TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    failures BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX notices_by_user ON notices (user_id, created_at);
CREATE INDEX notices_by_time ON notices (created_at);

-- From where and with what a user has signed in: a network and a kind of program (known_networks knows no programs).
CREATE TABLE known_devices (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    network TEXT NOT NULL,
    program TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, network, program)
);

-- Failed passwords and codes since the last sign-in.
ALTER TABLE users ADD COLUMN failed_sign_ins BIGINT NOT NULL DEFAULT 0;
