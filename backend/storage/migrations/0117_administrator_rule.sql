-- The rule that came with the product and fired for every change of roles fires for administrators alone, wherever nobody has
-- changed it: what an operator has changed stays as it is.
UPDATE alert_rules
SET name = 'Administrator role given',
    name_key = 'administrator role given',
    kinds = 'service_account.changed service_account.created user.created user.roles_changed',
    filter = 'reason:administrator_given'
WHERE shipped = 'roles_changed' AND version = 1 AND kinds = 'user.roles_changed' AND filter = ''
    AND NOT EXISTS (SELECT 1 FROM alert_rules other WHERE other.name_key = 'administrator role given');
