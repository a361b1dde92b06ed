-- The console opens for whoever holds console:use, and everybody's sessions are read with sessions:read instead of with the
-- right to end them. Four roles for the console's operators; admin, editor and viewer stay what they were.
INSERT INTO roles (id, name, title, description, built_in) VALUES
    ('00000000000000000000000004', 'owner', 'Owner', 'Everything: users, roles, settings, the server and the audit journal.', 1),
    ('00000000000000000000000005', 'operator', 'Operator', 'The day''s work in the console: users, sessions, keys, service accounts, the server. No settings.', 1),
    ('00000000000000000000000006', 'auditor', 'Auditor', 'Reads everything in the console, exports and verifies the audit journal. Changes nothing.', 1),
    ('00000000000000000000000007', 'console_viewer', 'Console viewer', 'Sees the dashboard, users and events in the console.', 1);

INSERT INTO role_permissions (role_id, permission) VALUES
    ('00000000000000000000000001', 'sessions:read'),
    ('00000000000000000000000001', 'console:use'),
    ('00000000000000000000000005', 'console:use'),
    ('00000000000000000000000005', 'users:read'),
    ('00000000000000000000000005', 'users:create'),
    ('00000000000000000000000005', 'users:update'),
    ('00000000000000000000000005', 'users:delete'),
    ('00000000000000000000000005', 'users:reset_mfa'),
    ('00000000000000000000000005', 'users:reset_password'),
    ('00000000000000000000000005', 'users:revoke_sessions'),
    ('00000000000000000000000005', 'users:link'),
    ('00000000000000000000000005', 'roles:read'),
    ('00000000000000000000000005', 'roles:assign'),
    ('00000000000000000000000005', 'sessions:read'),
    ('00000000000000000000000005', 'keys:own'),
    ('00000000000000000000000005', 'keys:read'),
    ('00000000000000000000000005', 'keys:create'),
    ('00000000000000000000000005', 'keys:update'),
    ('00000000000000000000000005', 'keys:delete'),
    ('00000000000000000000000005', 'service_accounts:read'),
    ('00000000000000000000000005', 'service_accounts:create'),
    ('00000000000000000000000005', 'service_accounts:update'),
    ('00000000000000000000000005', 'service_accounts:delete'),
    ('00000000000000000000000005', 'providers:read'),
    ('00000000000000000000000005', 'events:read'),
    ('00000000000000000000000005', 'events:export'),
    ('00000000000000000000000005', 'events:verify'),
    ('00000000000000000000000005', 'settings:read'),
    ('00000000000000000000000005', 'server:control'),
    ('00000000000000000000000005', 'metrics:read'),
    -- What editors hold: nobody manages a user who holds more.
    ('00000000000000000000000005', 'records:read'),
    ('00000000000000000000000005', 'records:create'),
    ('00000000000000000000000005', 'records:update'),
    ('00000000000000000000000006', 'console:use'),
    ('00000000000000000000000006', 'users:read'),
    ('00000000000000000000000006', 'roles:read'),
    ('00000000000000000000000006', 'sessions:read'),
    ('00000000000000000000000006', 'keys:read'),
    ('00000000000000000000000006', 'service_accounts:read'),
    ('00000000000000000000000006', 'providers:read'),
    ('00000000000000000000000006', 'events:read'),
    ('00000000000000000000000006', 'events:export'),
    ('00000000000000000000000006', 'events:verify'),
    ('00000000000000000000000006', 'settings:read'),
    ('00000000000000000000000006', 'metrics:read'),
    ('00000000000000000000000006', 'records:read'),
    ('00000000000000000000000007', 'console:use'),
    ('00000000000000000000000007', 'users:read'),
    ('00000000000000000000000007', 'roles:read'),
    ('00000000000000000000000007', 'events:read');

-- The owner holds what admin holds.
INSERT INTO role_permissions (role_id, permission)
    SELECT '00000000000000000000000004', permission FROM role_permissions WHERE role_id = '00000000000000000000000001';

-- Keys that could list sessions still can.
UPDATE api_keys SET scopes = scopes || ' sessions:read'
    WHERE ' ' || scopes || ' ' LIKE '% users:revoke_sessions %';
