-- The protected data behind /api/data (backend/records). `owner_id` outlives its user: an owner that is gone is nobody's. What a
-- policy may ask for stands in the indexes that lists walk, so that who sees one row in a hundred reads no other row to find it.
CREATE TABLE records (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT,
    department TEXT,
    department_key TEXT NOT NULL,
    classification TEXT NOT NULL CHECK (classification IN ('public', 'internal', 'confidential', 'restricted')),
    secrecy BIGINT NOT NULL, -- 0 to 3: the classification, to sort by
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    body TEXT NOT NULL
);
-- To walk along.
CREATE INDEX records_by_changed ON records (changed_at, id, owner_id, department, classification, created_at);
CREATE INDEX records_by_title ON records (title_key, id, owner_id, department, classification, created_at, changed_at);
CREATE INDEX records_by_created ON records (created_at, id, owner_id, department, classification, changed_at);
CREATE INDEX records_by_department_key ON records (department_key, id, owner_id, department, classification, created_at, changed_at);
CREATE INDEX records_by_secrecy ON records (secrecy, id, owner_id, department, classification, created_at, changed_at);
-- To begin with, in the usual order.
CREATE INDEX records_of_owner ON records (owner_id, changed_at, id);
CREATE INDEX records_of_department ON records (department, changed_at, id);
CREATE INDEX records_of_classification ON records (classification, changed_at, id);

-- Sensitive members, each sealed by itself under a data key (backend/records/field_blob.h): `key_id` repeats what the blob names,
-- to find what an earlier key has sealed.
CREATE TABLE record_members (
    record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    key_id BIGINT NOT NULL,
    value BYTEA NOT NULL,
    PRIMARY KEY (record_id, name)
);
CREATE INDEX record_members_by_key ON record_members (key_id, record_id, name);

-- By which rules title_key and department_key were made (backend/records/record_text_keys.h): with others they are made anew.
CREATE TABLE record_text_keys (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL
);

-- Data keys, wrapped under a key of the keyring; the one with the highest id seals. `reserved` is how many seals were set aside
-- for it before they were made: never fewer than there were.
CREATE TABLE record_keys (
    id BIGINT NOT NULL PRIMARY KEY,
    wrapped BYTEA NOT NULL,
    reserved BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
