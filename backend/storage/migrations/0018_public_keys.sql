-- Public keys that the owners of API keys sign requests with: PEM, in one form for each key. Beside one there is no signing
-- secret, and the key's text opens nothing: its hash is of random bytes.
ALTER TABLE api_keys ADD COLUMN public_key TEXT NOT NULL DEFAULT '';
ALTER TABLE api_keys ADD COLUMN previous_public_key TEXT NOT NULL DEFAULT '';
