-- 1: the password is shorter than one without a second factor must be. It opens nothing while the second factor is off.
ALTER TABLE users ADD COLUMN password_short BIGINT NOT NULL DEFAULT 0;
