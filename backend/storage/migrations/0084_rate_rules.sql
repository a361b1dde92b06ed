-- How the six classes of rate limits count where that isn't as they came; their numbers are settings (rate_limits.CLASS).
CREATE TABLE rate_classes (
    class TEXT NOT NULL PRIMARY KEY,
    algorithm TEXT NOT NULL,
    subject TEXT NOT NULL,
    mode TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);
-- The operator's own rules. `methods` are separated by commas; what is empty doesn't matter for the rule.
CREATE TABLE rate_rules (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    methods TEXT NOT NULL,
    permission TEXT NOT NULL,
    requests BIGINT NOT NULL,
    window_seconds BIGINT NOT NULL,
    algorithm TEXT NOT NULL,
    subject TEXT NOT NULL,
    mode TEXT NOT NULL,
    cost BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);
-- What was counted when it was last saved, of windows of five minutes and more (backend/protection/limits/rate_keeper.h), and the
-- seed of the hash by which callers are found in it.
CREATE TABLE rate_counts (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seed TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    counts TEXT NOT NULL
);
-- Counts that a command has reset, until the server has done so.
CREATE TABLE rate_resets (
    id TEXT NOT NULL PRIMARY KEY,
    caller TEXT NOT NULL
);
