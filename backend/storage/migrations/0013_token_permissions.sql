INSERT INTO role_permissions (role_id, permission) VALUES ('00000000000000000000000001', 'tokens:introspect');
