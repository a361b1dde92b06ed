-- Who is kept out, or always let in: an address or a range, by hand or by its score. `first_address` and `last_address` are keys
-- that sort as addresses do (backend/protection/lists/address_range.h), so that what holds for an address is found by comparing.
CREATE TABLE address_rules (
    id TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    first_address TEXT NOT NULL,
    last_address TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('block', 'allow')),
    by_score BIGINT NOT NULL,
    reason TEXT NOT NULL,
    search TEXT NOT NULL,
    created_by TEXT NOT NULL,
    score BIGINT NOT NULL,
    signals TEXT NOT NULL,
    step BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    ends_at BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    last_hit BIGINT NOT NULL,
    UNIQUE (address, action, by_score)
);
CREATE INDEX address_rules_by_address ON address_rules (first_address, id);
CREATE INDEX address_rules_by_time ON address_rules (created_at, id);
CREATE INDEX address_rules_by_end ON address_rules (ends_at, id);

-- Bans by score that there have been: the next one of the same address is longer.
CREATE TABLE address_bans (
    id TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    step BIGINT NOT NULL,
    score BIGINT NOT NULL,
    reason TEXT NOT NULL,
    banned_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    lifted_by TEXT NOT NULL,
    lifted_at BIGINT
);
CREATE INDEX address_bans_by_address ON address_bans (address, banned_at);
CREATE INDEX address_bans_by_time ON address_bans (banned_at);
CREATE INDEX address_bans_lifted ON address_bans (lifted_at);
