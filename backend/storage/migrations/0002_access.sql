-- Roles and what they allow. The permission words are those of backend/access/permission.cpp; a word that this
-- program doesn't know allows nothing.

CREATE TABLE roles (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    built_in BIGINT NOT NULL
);

CREATE TABLE role_permissions (
    role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (role_id, permission)
);

INSERT INTO roles (id, name, title, description, built_in) VALUES
    ('00000000000000000000000001', 'admin', 'Administrator', 'Everything: users, roles, settings, the server and the audit journal.', 1),
    ('00000000000000000000000002', 'editor', 'Editor', 'Reads users and roles; reads, adds and changes records.', 1),
    ('00000000000000000000000003', 'viewer', 'Viewer', 'Reads users, roles and records.', 1);

INSERT INTO role_permissions (role_id, permission) VALUES
    ('00000000000000000000000001', 'users:read'),
    ('00000000000000000000000001', 'users:create'),
    ('00000000000000000000000001', 'users:update'),
    ('00000000000000000000000001', 'users:delete'),
    ('00000000000000000000000001', 'users:reset_mfa'),
    ('00000000000000000000000001', 'users:reset_password'),
    ('00000000000000000000000001', 'users:revoke_sessions'),
    ('00000000000000000000000001', 'roles:read'),
    ('00000000000000000000000001', 'roles:assign'),
    ('00000000000000000000000001', 'events:read'),
    ('00000000000000000000000001', 'events:export'),
    ('00000000000000000000000001', 'events:verify'),
    ('00000000000000000000000001', 'settings:read'),
    ('00000000000000000000000001', 'settings:update'),
    ('00000000000000000000000001', 'server:control'),
    ('00000000000000000000000001', 'metrics:read'),
    ('00000000000000000000000001', 'records:read'),
    ('00000000000000000000000001', 'records:create'),
    ('00000000000000000000000001', 'records:update'),
    ('00000000000000000000000001', 'records:delete'),
    ('00000000000000000000000002', 'users:read'),
    ('00000000000000000000000002', 'roles:read'),
    ('00000000000000000000000002', 'records:read'),
    ('00000000000000000000000002', 'records:create'),
    ('00000000000000000000000002', 'records:update'),
    ('00000000000000000000000003', 'users:read'),
    ('00000000000000000000000003', 'roles:read'),
    ('00000000000000000000000003', 'records:read');
