-- Changes that would cut off whoever made them (backend/services/provisional_changes.h): in force, and taken back at `ends_at`
-- unless they are confirmed. `undo` is what it takes, in JSON; `boot` and `boot_at` say when it was made by a clock that nobody sets.
CREATE TABLE provisional_changes (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'taken_back')),
    object_id TEXT NOT NULL,
    object_name TEXT NOT NULL,
    maker_id TEXT NOT NULL,
    maker_key TEXT NOT NULL,
    maker_name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    boot TEXT NOT NULL,
    boot_at BIGINT NOT NULL,
    ended_at BIGINT,
    undo TEXT NOT NULL
);
CREATE INDEX provisional_changes_by_state ON provisional_changes (state, made_at, id);

-- Who had a role that such a change has deleted.
CREATE TABLE provisional_members (
    change_id TEXT NOT NULL REFERENCES provisional_changes (id) ON DELETE CASCADE,
    service BIGINT NOT NULL,
    member_id TEXT NOT NULL,
    assigned_at BIGINT NOT NULL,
    assigned_by TEXT NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (change_id, service, member_id)
);

-- Certificates that somebody has imported, with their sealed keys, and which one the server presents: none is the pair in tls/.
CREATE TABLE server_certificates (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    chain TEXT NOT NULL,
    private_key BYTEA NOT NULL,
    imported_at BIGINT NOT NULL,
    imported_by TEXT NOT NULL
);
CREATE TABLE presented_certificate (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    present TEXT NOT NULL,
    previous TEXT,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);
