-- What differs from the product's defaults, as text in the form that backend/settings/definitions.cpp reads.

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);
