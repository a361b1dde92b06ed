-- By which rules the columns that end in _key were made (backend/identity/core/text_keys.h): with others they are made anew.
CREATE TABLE text_keys (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL
);
