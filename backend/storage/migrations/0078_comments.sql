-- Comments (backend/records/comments.h): rich text, sanitised before it is stored. Policies see department and classification of
-- the record, which are not repeated here. `owner_id` outlives its user as that of a record does.
CREATE TABLE comments (
    id TEXT NOT NULL PRIMARY KEY,
    record_id TEXT REFERENCES records (id) ON DELETE CASCADE,
    owner_id TEXT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    content TEXT NOT NULL,
    search_key TEXT NOT NULL -- what is read of it, as searches compare it
);
CREATE INDEX comments_of_record ON comments (record_id, created_at, id);
CREATE INDEX comments_by_created ON comments (created_at, id, record_id, owner_id, changed_at);
CREATE INDEX comments_by_changed ON comments (changed_at, id, record_id, owner_id, created_at);
