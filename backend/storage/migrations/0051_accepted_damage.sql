-- Damage of the journal that somebody has accepted (backend/audit/accepted_damage.h). Each row is sealed with the chain's key;
-- one whose seal is wrong counts for nothing. `fingerprint` is of the row that the chain goes on with, as it stood then.
CREATE TABLE accepted_damage (
    first_event BIGINT NOT NULL,
    last_event BIGINT NOT NULL,
    problem TEXT NOT NULL,
    fingerprint BYTEA NOT NULL,
    accepted_at BIGINT NOT NULL,
    accepted_by TEXT NOT NULL,
    why TEXT NOT NULL,
    seal BYTEA NOT NULL,
    PRIMARY KEY (first_event, last_event, problem)
);
