-- Own roles beside the built-in ones, and which role inherits from which. The text that a member's row has stays the role's
-- name, which never changes.
ALTER TABLE roles ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE roles ADD COLUMN changed_at BIGINT;
ALTER TABLE roles ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';

CREATE TABLE role_inherits (
    role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    inherited_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    PRIMARY KEY (role_id, inherited_id)
);
CREATE INDEX role_inherits_by_inherited ON role_inherits (inherited_id);

INSERT INTO role_permissions (role_id, permission) VALUES
    ('00000000000000000000000001', 'roles:create'),
    ('00000000000000000000000001', 'roles:update'),
    ('00000000000000000000000001', 'roles:delete'),
    ('00000000000000000000000004', 'roles:create'),
    ('00000000000000000000000004', 'roles:update'),
    ('00000000000000000000000004', 'roles:delete');
