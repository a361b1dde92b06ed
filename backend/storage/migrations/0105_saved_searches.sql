-- Searches of events that operators keep for themselves or share with everybody who may read events. `owner_id` is empty for
-- those that no person owns (the command line's, a service account's), which are always shared. `columns` are words with commas between.
CREATE TABLE saved_searches (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    owner_name TEXT NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    columns TEXT NOT NULL,
    shared BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX saved_searches_by_owner ON saved_searches (owner_id);
CREATE INDEX saved_searches_shared ON saved_searches (shared);
