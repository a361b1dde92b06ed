-- What is worth somebody's attention (backend/alerts/alert_rule.h). `shipped` is the word of a rule that came with the product, else
-- empty. `kinds` is separated by spaces; `schedule` and `actions` are JSON. The author is whoever may do what the actions do.
CREATE TABLE alert_rules (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    shipped TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    kinds TEXT NOT NULL,
    filter TEXT NOT NULL,
    threshold BIGINT NOT NULL,
    window_seconds BIGINT NOT NULL,
    counted TEXT NOT NULL,
    group_by TEXT NOT NULL,
    severity TEXT NOT NULL,
    muted_until BIGINT,
    schedule TEXT NOT NULL,
    actions TEXT NOT NULL,
    author_kind TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author_key TEXT NOT NULL,
    author_name TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- How far the rules have read the journal.
CREATE TABLE alert_position (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT NOT NULL
);

-- What the rules have found, one for each rule and group until it is closed.
CREATE TABLE incidents (
    id TEXT NOT NULL PRIMARY KEY,
    rule_id TEXT NOT NULL,
    rule_name TEXT NOT NULL,
    shipped TEXT NOT NULL,
    group_by TEXT NOT NULL,
    group_value TEXT NOT NULL,
    group_name TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'acknowledged', 'closed')),
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    event_count BIGINT NOT NULL,
    assignee_id TEXT NOT NULL,
    assignee_name TEXT NOT NULL,
    acknowledged_at BIGINT,
    acknowledged_by TEXT NOT NULL,
    closed_at BIGINT,
    closed_by TEXT NOT NULL,
    closed_through BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    filter TEXT NOT NULL,
    search TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX incidents_unclosed ON incidents (rule_id, group_value) WHERE state <> 'closed';
CREATE INDEX incidents_by_state ON incidents (state, last_at, id);
CREATE INDEX incidents_by_time ON incidents (last_at, id);
CREATE INDEX incidents_closed_of ON incidents (rule_id, closed_at);

-- The newest events of each.
CREATE TABLE incident_events (
    incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    sequence BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (incident_id, sequence)
);

-- Whom it is about, and how often.
CREATE TABLE incident_people (
    incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    event_count BIGINT NOT NULL,
    PRIMARY KEY (incident_id, person)
);

-- What was done about it, and by whom, in its order.
CREATE TABLE incident_steps (
    id TEXT NOT NULL PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    step_number BIGINT NOT NULL,
    step_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    by_name TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX incident_steps_of ON incident_steps (incident_id, step_number);

-- What the rule did by itself. `undo` is what it takes to undo it, in JSON.
CREATE TABLE incident_actions (
    id TEXT NOT NULL PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    rule_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    target_id TEXT NOT NULL,
    target_name TEXT NOT NULL,
    destination TEXT NOT NULL,
    lasts_seconds BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'undone')),
    acted_at BIGINT,
    ends_at BIGINT,
    ended_at BIGINT,
    ended_by TEXT NOT NULL,
    why TEXT NOT NULL,
    undo TEXT NOT NULL
);
CREATE INDEX incident_actions_of ON incident_actions (incident_id, id);
CREATE INDEX incident_actions_by_state ON incident_actions (state, ends_at);
