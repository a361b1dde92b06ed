-- Reports that are made again and again, with the rights of whoever has written the plan: those that they have when one is made, and
-- of these only what they had when they wrote it. No `author_id`: the command line of the machine.
CREATE TABLE report_plans (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    template TEXT NOT NULL,
    period TEXT NOT NULL,
    filter TEXT NOT NULL,
    format TEXT NOT NULL,
    language TEXT NOT NULL,
    frequency TEXT NOT NULL,
    hour BIGINT NOT NULL,
    keep BIGINT NOT NULL,
    author_id TEXT,
    author_name TEXT NOT NULL,
    rights TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    next_at BIGINT,
    last_at BIGINT,
    last_problem TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX report_plans_by_time ON report_plans (next_at, id);
