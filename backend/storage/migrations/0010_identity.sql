-- Users and the ways in. Columns that end in _key are the folded (lower-case) text that is sorted, searched and unique.
-- Times are microseconds since 1970, 0 or NULL for never. Hashes are SHA-256 of random secrets of at least 120 bits.

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    age BIGINT,
    department TEXT NOT NULL DEFAULT '',
    department_key TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK (status IN ('active', 'disabled', 'invited')),
    password_hash TEXT,
    password_changed_at BIGINT,
    -- mfa_state: 0 none, 1 enrolment waits for its first code, 2 on
    mfa_state BIGINT NOT NULL DEFAULT 0,
    mfa_secret BYTEA,
    mfa_version BIGINT NOT NULL DEFAULT 0,
    mfa_last_step BIGINT NOT NULL DEFAULT 0,
    mfa_started_at BIGINT,
    mfa_tries BIGINT NOT NULL DEFAULT 0,
    last_sign_in_at BIGINT NOT NULL DEFAULT 0,
    last_sign_in_address TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

-- One index a sortable column, with the id as tie-break: pages are read from it without sorting.
CREATE INDEX users_by_name ON users (name_key, id);
CREATE INDEX users_by_email ON users (email_key, id);
CREATE INDEX users_by_department ON users (department_key, id);
CREATE INDEX users_by_status ON users (status, id);
CREATE INDEX users_by_mfa ON users (mfa_state, id);
CREATE INDEX users_by_last_sign_in ON users (last_sign_in_at, id);
CREATE INDEX users_by_created ON users (created_at, id);
-- Everything that a filter looks at, so that a search scans this and not the rows.
CREATE INDEX users_filter ON users (name_key, email_key, status, mfa_state, id);

CREATE TABLE user_roles (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (user_id, role)
);
CREATE INDEX user_roles_by_role ON user_roles (role, user_id);

CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash BYTEA NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

-- A session is a family of refresh tokens: generation n answers with generation n+1.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('api', 'console')),
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    user_agent TEXT NOT NULL DEFAULT '',
    mfa_at BIGINT,
    generation BIGINT NOT NULL DEFAULT 0,
    token_hash BYTEA,
    previous_hash BYTEA,
    rotated_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX sessions_by_user ON sessions (user_id, last_used_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- The password was right, the second factor is still missing.
CREATE TABLE pending_sign_ins (
    token_hash BYTEA PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX pending_sign_ins_by_user ON pending_sign_ins (user_id, created_at);

-- Invitations and password resets.
CREATE TABLE one_time_links (
    token_hash BYTEA PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX one_time_links_by_user ON one_time_links (user_id);

-- Failed sign-ins by (account, network), account and network. Unknown accounts have rows too; the key is a hash.
CREATE TABLE sign_in_throttle (
    throttle_key TEXT PRIMARY KEY,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    failures BIGINT NOT NULL,
    failed_at BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX sign_in_throttle_by_user ON sign_in_throttle (user_id, blocked_until);
CREATE INDEX sign_in_throttle_by_time ON sign_in_throttle (failed_at);

-- Networks from which a user has signed in: strangers' failures don't hold these back.
CREATE TABLE known_networks (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    network TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, network)
);

-- Private keys are encrypted (AES-256-GCM, key outside the database). retired_at: signs no more, still verifies.
CREATE TABLE signing_keys (
    kid TEXT PRIMARY KEY,
    algorithm TEXT NOT NULL,
    private_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT
);
