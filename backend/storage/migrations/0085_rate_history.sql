-- Who asked how much by which rule of rate limits, a minute: of those who asked most. `caller` is kind and text
-- (backend/protection/limits/rate_history.h), `minute` in minutes since 1970; kept for a day.
CREATE TABLE rate_minutes (
    rule TEXT NOT NULL,
    minute BIGINT NOT NULL,
    caller TEXT NOT NULL,
    answered BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    PRIMARY KEY (rule, minute, caller)
);
-- What was refused and noted an hour, of everybody, and what the hottest caller had used in each of its minutes with requests,
-- separated by commas; kept for a week. `hour` in hours since 1970.
CREATE TABLE rate_hours (
    rule TEXT NOT NULL,
    hour BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    noted BIGINT NOT NULL,
    peaks TEXT NOT NULL,
    PRIMARY KEY (rule, hour)
);
-- Since when it is kept.
CREATE TABLE rate_since (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    since BIGINT NOT NULL
);
