-- What limits, address lists, threat scores and detection are guarded with. An operator bans and lifts bans, but changes no numbers.
INSERT INTO role_permissions (role_id, permission) VALUES
    ('00000000000000000000000001', 'protection:read'),
    ('00000000000000000000000001', 'protection:update'),
    ('00000000000000000000000001', 'bans:read'),
    ('00000000000000000000000001', 'bans:create'),
    ('00000000000000000000000001', 'bans:delete'),
    ('00000000000000000000000004', 'protection:read'),
    ('00000000000000000000000004', 'protection:update'),
    ('00000000000000000000000004', 'bans:read'),
    ('00000000000000000000000004', 'bans:create'),
    ('00000000000000000000000004', 'bans:delete'),
    ('00000000000000000000000005', 'protection:read'),
    ('00000000000000000000000005', 'bans:read'),
    ('00000000000000000000000005', 'bans:create'),
    ('00000000000000000000000005', 'bans:delete'),
    ('00000000000000000000000006', 'protection:read'),
    ('00000000000000000000000006', 'bans:read'),
    ('00000000000000000000000007', 'protection:read'),
    ('00000000000000000000000007', 'bans:read');
-- Who changed the limits before as a setting goes on changing them.
INSERT INTO role_permissions (role_id, permission)
    SELECT p.role_id, 'protection:read' FROM role_permissions p JOIN roles r ON r.id = p.role_id
    WHERE p.permission = 'settings:read' AND r.built_in = 0;
INSERT INTO role_permissions (role_id, permission)
    SELECT p.role_id, 'protection:update' FROM role_permissions p JOIN roles r ON r.id = p.role_id
    WHERE p.permission = 'settings:update' AND r.built_in = 0;
