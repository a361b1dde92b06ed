-- Decisions of one action, newest first: a rare one among many would be looked for in all.
CREATE INDEX decisions_by_action ON decisions (action, decided_at, id);
