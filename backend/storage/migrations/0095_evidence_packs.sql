-- Evidence packs (backend/journal/evidence_packs.h): what is in them, and their bytes in pieces. One that is being made has no head yet
-- (head_size 0) and is nobody's.
CREATE TABLE evidence_packs (
    id TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    since BIGINT,
    until BIGINT,
    filter TEXT NOT NULL,
    records BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    head_size BIGINT NOT NULL,
    sha256 BYTEA NOT NULL
);

CREATE TABLE evidence_pieces (
    pack_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (pack_id, number)
);
