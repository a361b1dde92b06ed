-- Reports that are kept. The file lies in the folder `reports` of the vault's directory, encrypted under `file_key`, which is only
-- here; `needs` are the permissions that its maker used, which its readers must hold, too.
CREATE TABLE made_reports (
    id TEXT NOT NULL PRIMARY KEY,
    template TEXT NOT NULL,
    format TEXT NOT NULL,
    language TEXT NOT NULL,
    since BIGINT,
    until BIGINT,
    filter TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    plan_id TEXT,
    needs TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    file_key BYTEA NOT NULL
);
CREATE INDEX made_reports_by_time ON made_reports (made_at, id);
CREATE INDEX made_reports_by_plan ON made_reports (plan_id, made_at, id);
