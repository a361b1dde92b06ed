-- The security journal. Rows are only ever added, by backend/audit/journal.cpp; each carries the hash of the one before.
-- address_key is the address as 16 bytes (IPv4 as ::ffff:a.b.c.d), so that a network is a range.

CREATE TABLE events (
    sequence BIGINT NOT NULL PRIMARY KEY,
    time BIGINT NOT NULL,
    kind TEXT NOT NULL,
    severity BIGINT NOT NULL,
    outcome BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_email TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    object_name TEXT NOT NULL,
    object_email TEXT NOT NULL,
    address TEXT NOT NULL,
    address_key BYTEA,
    user_agent TEXT NOT NULL,
    request_id TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    status BIGINT NOT NULL,
    reason TEXT NOT NULL,
    details TEXT NOT NULL,
    hash BYTEA NOT NULL
);

-- Where the chain begins after old events were removed (retention): the last removed one and its hash, sealed with the
-- chain's key. No row, or one whose seal is wrong: the chain begins with event 1.
CREATE TABLE event_base (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    seal BYTEA NOT NULL
);

-- Each ends with the sequence: a filter's newest matches are read from the index in order. The first one also counts
-- columns and days without touching the rows.
CREATE INDEX events_by_time ON events (time, sequence, severity, outcome);
CREATE INDEX events_by_kind ON events (kind, sequence);
CREATE INDEX events_by_outcome ON events (outcome, sequence) WHERE outcome <> 0;
CREATE INDEX events_by_severity ON events (severity, sequence) WHERE severity <> 0;
CREATE INDEX events_by_address ON events (address_key, sequence) WHERE address_key IS NOT NULL;
CREATE INDEX events_by_request ON events (request_id) WHERE request_id <> '';
CREATE INDEX events_by_actor_id ON events (lower(actor_id), sequence) WHERE actor_id <> '';
CREATE INDEX events_by_actor_name ON events (lower(actor_name), sequence) WHERE actor_name <> '';
CREATE INDEX events_by_actor_email ON events (lower(actor_email), sequence) WHERE actor_email <> '';
CREATE INDEX events_by_object_id ON events (lower(object_id), sequence) WHERE object_id <> '';
CREATE INDEX events_by_object_name ON events (lower(object_name), sequence) WHERE object_name <> '';
CREATE INDEX events_by_object_email ON events (lower(object_email), sequence) WHERE object_email <> '';
