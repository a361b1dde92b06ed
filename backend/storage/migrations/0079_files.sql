-- Uploaded files (backend/records/files.h); their contents lie encrypted in the folder `files` of the data directory, each under
-- a key of its own, which is sealed here under a data key as sensitive members are (`key_id` repeats what it names). A row is
-- written after its file and goes before it.
CREATE TABLE files (
    id TEXT NOT NULL PRIMARY KEY,
    record_id TEXT REFERENCES records (id) ON DELETE CASCADE,
    owner_id TEXT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    key_id BIGINT NOT NULL,
    sealed_key BYTEA NOT NULL
);
CREATE INDEX files_of_record ON files (record_id, created_at, id);
CREATE INDEX files_by_created ON files (created_at, id, record_id, owner_id);
CREATE INDEX files_by_name ON files (name_key, id, record_id, owner_id, created_at);
CREATE INDEX files_by_size ON files (size, id, record_id, owner_id, created_at);
CREATE INDEX files_by_key ON files (key_id, id);
