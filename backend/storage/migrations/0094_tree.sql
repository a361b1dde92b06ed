-- The Merkle tree over the journal (backend/audit/tree). A leaf (level 0) for each event, by its place; of the nodes above only
-- those of every eighth level, once their subtree is complete. Leaves stay when their events go.
CREATE TABLE tree_nodes (
    level BIGINT NOT NULL,
    position BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (level, position)
);

-- Which event a leaf is of: from `position` on, they are those of the events from `sequence` on, one after the other. A second row is
-- where numbers of events were left out.
CREATE TABLE tree_runs (
    position BIGINT NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL
);

-- Roots that were signed, by how many leaves they are of.
CREATE TABLE tree_heads (
    size BIGINT NOT NULL PRIMARY KEY,
    root BYTEA NOT NULL,
    signed_at BIGINT NOT NULL,
    signature BYTEA NOT NULL
);
