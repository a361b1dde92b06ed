-- Policies as they are, as they were, and the questions that they are tried with before they decide.
CREATE TABLE policies (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    effect TEXT NOT NULL,
    actions TEXT NOT NULL,
    resources TEXT NOT NULL,
    expression TEXT NOT NULL,
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);

CREATE TABLE policy_versions (
    policy_id TEXT NOT NULL REFERENCES policies (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    effect TEXT NOT NULL,
    actions TEXT NOT NULL,
    resources TEXT NOT NULL,
    expression TEXT NOT NULL,
    state TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (policy_id, version)
);

CREATE TABLE policy_tests (
    policy_id TEXT NOT NULL REFERENCES policies (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (policy_id, place)
);
