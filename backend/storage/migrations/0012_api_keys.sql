-- API keys and the service accounts that may own them. Of a key there is only the SHA-256 of its text (256 random bits);
-- a signing secret must be known to check a signature, so it is encrypted with a key outside the database (AES-256-GCM).
-- Times are microseconds since 1970. Words in `scopes` and networks in `addresses` are separated by one space.

CREATE TABLE service_accounts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE service_account_roles (
    account_id TEXT NOT NULL REFERENCES service_accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (account_id, role)
);
CREATE INDEX service_account_roles_by_role ON service_account_roles (role, account_id);

-- previous_*: what was replaced by a rotation and still counts until previous_until. The numbers bind a sealed signing
-- secret to the rotation that it was made in.
CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    service_account_id TEXT REFERENCES service_accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    addresses TEXT NOT NULL DEFAULT '',
    rate_requests BIGINT,
    rate_seconds BIGINT,
    secret_hash BYTEA NOT NULL,
    previous_hash BYTEA,
    previous_until BIGINT,
    signing_secret BYTEA,
    signing_number BIGINT NOT NULL DEFAULT 0,
    previous_signing_secret BYTEA,
    previous_signing_number BIGINT NOT NULL DEFAULT 0,
    lifetime_seconds BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    rotated_at BIGINT,
    revoked_at BIGINT,
    revoked_by TEXT NOT NULL DEFAULT '',
    last_used_at BIGINT NOT NULL DEFAULT 0,
    last_used_address TEXT NOT NULL DEFAULT '',
    use_count BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    CHECK ((user_id IS NULL) <> (service_account_id IS NULL))
);
CREATE INDEX api_keys_by_user ON api_keys (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX api_keys_by_service_account ON api_keys (service_account_id) WHERE service_account_id IS NOT NULL;

INSERT INTO role_permissions (role_id, permission) VALUES
    ('00000000000000000000000001', 'keys:own'),
    ('00000000000000000000000001', 'keys:read'),
    ('00000000000000000000000001', 'keys:create'),
    ('00000000000000000000000001', 'keys:update'),
    ('00000000000000000000000001', 'keys:delete'),
    ('00000000000000000000000001', 'service_accounts:read'),
    ('00000000000000000000000001', 'service_accounts:create'),
    ('00000000000000000000000001', 'service_accounts:update'),
    ('00000000000000000000000001', 'service_accounts:delete'),
    ('00000000000000000000000002', 'keys:own'),
    ('00000000000000000000000003', 'keys:own');
