-- Numbers of one caller in place of a rate limit's own. `kind` is p (a user or service account) or k (an API key); `expires_at` is
-- null where it holds until it is removed.
CREATE TABLE rate_overrides (
    id TEXT NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    requests BIGINT NOT NULL,
    window_seconds BIGINT NOT NULL,
    expires_at BIGINT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (rule, kind, subject)
);
