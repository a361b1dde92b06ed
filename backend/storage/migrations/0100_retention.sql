-- What is kept how long beyond the setting `audit.retention_days`, what must be kept whatever that says, and the notes that
-- stand where the contents of events were taken out of the middle of the chain.

-- `kind` is a word (`auth.login`) or a family (`auth.*`). `version` grows with every change of rules and holds: work that has
-- chosen events by an older one chooses again.
CREATE TABLE retention_rules (
    kind TEXT NOT NULL PRIMARY KEY,
    days BIGINT NOT NULL
);
CREATE TABLE retention_plan (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL,
    most_events BIGINT NOT NULL,
    last_run BIGINT,
    last_removed BIGINT NOT NULL
);
INSERT INTO retention_plan (id, version, most_events, last_run, last_removed) VALUES (1, 1, 0, NULL, 0);

-- Nothing that a hold matches is removed: events that `filter` finds, or those of a person.
CREATE TABLE legal_holds (
    id TEXT NOT NULL PRIMARY KEY,
    filter TEXT NOT NULL,
    person_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    person_email TEXT NOT NULL,
    reason TEXT NOT NULL,
    placed_by TEXT NOT NULL,
    placed_at BIGINT NOT NULL
);

-- One row for each event whose contents have gone: sealed with the chain's key, so that a verification tells it from damage.
-- `hash` is the event's own in the chain. Without `content` the event has left the table `events`; with it, the row there stands
-- in other words (a pseudonym), and `content` is its fingerprint.
CREATE TABLE purged_events (
    sequence BIGINT NOT NULL PRIMARY KEY,
    time BIGINT NOT NULL,
    kind TEXT NOT NULL,
    hash BYTEA NOT NULL,
    purged_at BIGINT NOT NULL,
    why TEXT NOT NULL,
    content BYTEA,
    seal BYTEA NOT NULL
);
