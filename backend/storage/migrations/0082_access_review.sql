-- Since when and by whom a service account has a role; 0 and empty: given before this was kept. An account that was never changed
-- has its roles from its maker.
ALTER TABLE service_account_roles ADD COLUMN assigned_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE service_account_roles ADD COLUMN assigned_by TEXT NOT NULL DEFAULT '';
UPDATE service_account_roles SET
    assigned_at = (SELECT a.created_at FROM service_accounts a WHERE a.id = service_account_roles.account_id),
    assigned_by = (SELECT a.created_by FROM service_accounts a WHERE a.id = service_account_roles.account_id)
    WHERE account_id IN (SELECT a.id FROM service_accounts a WHERE a.version = 1);
-- When somebody was last allowed something.
CREATE INDEX decisions_allowed ON decisions (subject_id, action, decided_at) WHERE allowed = 1;
