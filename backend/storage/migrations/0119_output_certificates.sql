-- Destinations that show a certificate of their own (`certificate`: PEM with its issuers, the key is the secret), and those that take
-- OpenTelemetry logs: the words of `kind` can only be changed by making the table anew, with what refers to it.
CREATE TABLE outputs_next (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('syslog', 'webhook', 'mail', 'file', 'otlp')),
    target TEXT NOT NULL,
    filter TEXT NOT NULL,
    format TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,
    account TEXT NOT NULL,
    certificate TEXT NOT NULL,
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
INSERT INTO outputs_next (id, name, name_key, kind, target, filter, format, sender, recipients, account, certificate, rotate_bytes,
    keep_files, enabled, secret, secret_number, created_at, created_by, updated_at, version)
SELECT id, name, name_key, kind, target, filter, format, sender, recipients, account, '', rotate_bytes, keep_files, enabled, secret,
    secret_number, created_at, created_by, updated_at, version FROM outputs;

CREATE TABLE output_states_next (
    output_id TEXT NOT NULL PRIMARY KEY REFERENCES outputs_next (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    told BIGINT NOT NULL,
    last_sent_at BIGINT,
    last_error TEXT NOT NULL,
    last_error_at BIGINT
);
INSERT INTO output_states_next (output_id, position, sent, dropped, failures, told, last_sent_at, last_error, last_error_at)
SELECT output_id, position, sent, dropped, failures, told, last_sent_at, last_error, last_error_at FROM output_states;

CREATE TABLE output_messages_next (
    id TEXT NOT NULL PRIMARY KEY,
    output_id TEXT NOT NULL REFERENCES outputs_next (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
INSERT INTO output_messages_next (id, output_id, subject, body, document, created_at)
SELECT id, output_id, subject, body, document, created_at FROM output_messages;

DROP TABLE output_messages;
DROP TABLE output_states;
DROP TABLE outputs;
ALTER TABLE outputs_next RENAME TO outputs;
ALTER TABLE output_states_next RENAME TO output_states;
ALTER TABLE output_messages_next RENAME TO output_messages;
CREATE INDEX output_messages_by_output ON output_messages (output_id, id);
