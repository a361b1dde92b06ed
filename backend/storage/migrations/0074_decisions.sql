-- What was decided about objects, by which policy, and with which facts: enough to explain it and to ask it again.
CREATE TABLE decisions (
    id TEXT NOT NULL PRIMARY KEY,
    decided_at BIGINT NOT NULL,
    source TEXT NOT NULL,
    allowed BIGINT NOT NULL,
    reason TEXT NOT NULL,
    policy_id TEXT NOT NULL,
    policy TEXT NOT NULL,
    observed TEXT NOT NULL,
    observed_policy TEXT NOT NULL,
    required TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    question TEXT NOT NULL,
    trace TEXT NOT NULL
);
CREATE INDEX decisions_by_time ON decisions (decided_at, id);
CREATE INDEX decisions_by_subject ON decisions (subject_id, decided_at);
CREATE INDEX decisions_by_object ON decisions (object_id, decided_at);
CREATE INDEX decisions_by_policy ON decisions (policy_id, decided_at);
