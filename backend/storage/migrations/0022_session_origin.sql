-- How a session began: 0 with a password, 1 with an outside login, 2 with one whose own second factor counts here.
ALTER TABLE sessions ADD COLUMN origin BIGINT NOT NULL DEFAULT 0;
