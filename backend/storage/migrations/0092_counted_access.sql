-- How often an observed policy would have refused, however much else was decided.
CREATE INDEX decisions_observed ON decisions (observed_policy, decided_at) WHERE observed_policy <> '';
-- Who has what, by since when and until when, without sorting all of it for a page.
CREATE INDEX user_roles_by_since ON user_roles (assigned_at, user_id, role, expires_at);
CREATE INDEX user_roles_by_end ON user_roles (COALESCE(expires_at, 9223372036854775807), user_id, role);
