-- In which order a rule's actions came, all incidents counted together: ids of one millisecond have none. 0: from before this.
ALTER TABLE incident_actions ADD COLUMN action_number BIGINT NOT NULL DEFAULT 0;
DROP INDEX incident_actions_by_state;
CREATE INDEX incident_actions_by_state ON incident_actions (state, action_number, id);
CREATE INDEX incident_actions_by_end ON incident_actions (state, ends_at);
CREATE INDEX incident_actions_by_number ON incident_actions (action_number);
