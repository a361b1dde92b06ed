-- Erasures of people that have begun and not ended (backend/retention/erasures.h): stored before the first event is replaced, so that
-- what was interrupted goes on under the same pseudonym and finds every name. `names` and `emails` are JSON arrays. The row goes with
-- the end of the work.
CREATE TABLE erasures (
    person_id TEXT NOT NULL PRIMARY KEY,
    pseudonym TEXT NOT NULL,
    names TEXT NOT NULL,
    emails TEXT NOT NULL,
    account_deleted BIGINT NOT NULL,
    replaced BIGINT NOT NULL,
    begun_at BIGINT NOT NULL
);
