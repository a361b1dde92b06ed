-- What the operator has decided about the intrusion detector, and what it has hit.

-- By rule or class; what isn't here blocks. A strictness of 0 is that of the setting.
CREATE TABLE detection_modes (
    id TEXT NOT NULL PRIMARY KEY,
    mode TEXT NOT NULL,
    strictness BIGINT NOT NULL
);

-- By class, or 'all', and route.
CREATE TABLE detection_routes (
    class TEXT NOT NULL,
    route TEXT NOT NULL,
    strictness BIGINT NOT NULL,
    PRIMARY KEY (class, route)
);

CREATE TABLE detection_rules (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    literal BIGINT NOT NULL,
    case_sensitive BIGINT NOT NULL,
    pattern TEXT NOT NULL,
    severity TEXT NOT NULL,
    points BIGINT NOT NULL,
    strictness BIGINT NOT NULL,
    headers_too BIGINT NOT NULL,
    version BIGINT NOT NULL,
    tests TEXT NOT NULL
);

CREATE TABLE detection_exclusions (
    id TEXT NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL,
    route TEXT NOT NULL,
    part TEXT NOT NULL,
    member TEXT NOT NULL,
    reason TEXT NOT NULL,
    review_days BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    review_at BIGINT NOT NULL
);

-- The id is that of the event. Values aren't kept: what matched, and a word beside it.
CREATE TABLE detection_hits (
    id TEXT NOT NULL PRIMARY KEY,
    hit_at BIGINT NOT NULL,
    who_kind TEXT NOT NULL,
    who_id TEXT NOT NULL,
    who TEXT NOT NULL,
    address TEXT NOT NULL,
    request_id TEXT NOT NULL,
    method TEXT NOT NULL,
    route TEXT NOT NULL,
    part TEXT NOT NULL,
    member TEXT NOT NULL,
    in_name BIGINT NOT NULL,
    place BIGINT NOT NULL,
    text_before TEXT NOT NULL,
    text_matched TEXT NOT NULL,
    text_after TEXT NOT NULL,
    cut BIGINT NOT NULL,
    rule TEXT NOT NULL,
    class TEXT NOT NULL,
    score BIGINT NOT NULL,
    threshold BIGINT NOT NULL,
    blocked BIGINT NOT NULL,
    more BIGINT NOT NULL,
    findings TEXT NOT NULL
);
CREATE INDEX detection_hits_by_time ON detection_hits (hit_at, id);
CREATE INDEX detection_hits_by_class ON detection_hits (class, hit_at);
CREATE INDEX detection_hits_by_rule ON detection_hits (rule, hit_at);
