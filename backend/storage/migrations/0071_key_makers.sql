-- The limits of the keys that a key was made by: its requests count against theirs as well as against its own.
ALTER TABLE api_keys ADD COLUMN maker_rates TEXT NOT NULL DEFAULT '';
