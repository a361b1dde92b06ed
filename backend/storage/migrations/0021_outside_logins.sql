-- Identity providers of others, and who of theirs is which user here. A link is by issuer and subject alone (ASVS 6.8.1);
-- the label is for people. A client secret is encrypted with a key outside the database (AES-256-GCM); its number binds it
-- to the change that it was set with. Words in scopes, algorithms, roles, accepted_* and return_urls are separated by one
-- space; role_rules is a JSON array of {"claim", "value", "role"}. Times are microseconds since 1970, 0 for never.

CREATE TABLE identity_providers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('oidc', 'github')),
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    client_secret BYTEA,
    secret_number BIGINT NOT NULL DEFAULT 0,
    client_authentication TEXT NOT NULL CHECK (client_authentication IN ('basic', 'post', 'none')),
    scopes TEXT NOT NULL,
    algorithms TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    first_login TEXT NOT NULL CHECK (first_login IN ('refuse', 'create', 'create_disabled')),
    roles TEXT NOT NULL,
    role_rules TEXT NOT NULL DEFAULT '[]',
    roles_each_time BIGINT NOT NULL DEFAULT 0,
    trust_email BIGINT NOT NULL DEFAULT 0,
    accepted_amr TEXT NOT NULL DEFAULT '',
    accepted_acr TEXT NOT NULL DEFAULT '',
    return_urls TEXT NOT NULL DEFAULT '',
    last_used_at BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX identity_providers_by_title ON identity_providers (title_key, id);

CREATE TABLE outside_links (
    id TEXT PRIMARY KEY,
    provider_id TEXT NOT NULL REFERENCES identity_providers (id) ON DELETE CASCADE,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    label TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    last_used_at BIGINT NOT NULL DEFAULT 0,
    UNIQUE (issuer, subject)
);
CREATE INDEX outside_links_by_provider ON outside_links (provider_id, id);
CREATE INDEX outside_links_by_user ON outside_links (user_id, id);

-- What a pending sign-in was begun with, for the record: `password`, or the title of a provider.
ALTER TABLE pending_sign_ins ADD COLUMN first_factor TEXT NOT NULL DEFAULT 'password';

INSERT INTO role_permissions (role_id, permission) VALUES
    ('00000000000000000000000001', 'providers:read'),
    ('00000000000000000000000001', 'providers:create'),
    ('00000000000000000000000001', 'providers:update'),
    ('00000000000000000000000001', 'providers:delete'),
    ('00000000000000000000000001', 'users:link');
