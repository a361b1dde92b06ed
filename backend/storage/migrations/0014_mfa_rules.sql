-- Roles whose members must have a second factor (the setting mfa.required_roles), and since when: the grace period of a
-- member begins then, or when it was given the role, whichever is later.
CREATE TABLE mfa_rules (
    role TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);
-- 0: given before this was noted.
ALTER TABLE user_roles ADD COLUMN assigned_at BIGINT NOT NULL DEFAULT 0;
-- 1: signed in by password after the grace period; the session may set up a second factor and nothing else.
ALTER TABLE sessions ADD COLUMN enrolment BIGINT NOT NULL DEFAULT 0;
