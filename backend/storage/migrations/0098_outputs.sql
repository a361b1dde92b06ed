-- Where events go besides the journal. The journal itself is the spool: `position` is the last event that has been taken.
CREATE TABLE outputs (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('syslog', 'webhook', 'mail', 'file')),
    target TEXT NOT NULL,
    filter TEXT NOT NULL,
    format TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,
    account TEXT NOT NULL,
    rotate_bytes BIGINT NOT NULL,
    keep_files BIGINT NOT NULL,
    enabled BIGINT NOT NULL,
    secret BYTEA,
    secret_number BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE output_states (
    output_id TEXT NOT NULL PRIMARY KEY REFERENCES outputs (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    told BIGINT NOT NULL,
    last_sent_at BIGINT,
    last_error TEXT NOT NULL,
    last_error_at BIGINT
);

-- What alerts want to say there, oldest first.
CREATE TABLE output_messages (
    id TEXT NOT NULL PRIMARY KEY,
    output_id TEXT NOT NULL REFERENCES outputs (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX output_messages_by_output ON output_messages (output_id, id);
