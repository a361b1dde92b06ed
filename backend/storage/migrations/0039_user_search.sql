-- Which users have which three letters in a row in their name or e-mail address (docs/decisions/0009-user-search.md).
-- SQLite's own: PostgreSQL has pg_trgm, a GIN index on name_key and one on email_key, and needs none of this.
-- The index knows numbers only, and those of `users` itself may change when the file is rewritten.
CREATE TABLE user_search_numbers (
    number INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE user_search USING fts5 (
    name_key, email_key, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
);

INSERT INTO user_search_numbers (user_id) SELECT id FROM users ORDER BY id;
INSERT INTO user_search (rowid, name_key, email_key)
    SELECT n.number, u.name_key, u.email_key FROM user_search_numbers n JOIN users u ON u.id = n.user_id;

-- In the transaction of the change, whoever makes it.
CREATE TRIGGER user_search_added AFTER INSERT ON users BEGIN
    INSERT INTO user_search_numbers (user_id) VALUES (new.id);
    INSERT INTO user_search (rowid, name_key, email_key)
        SELECT number, new.name_key, new.email_key FROM user_search_numbers WHERE user_id = new.id;
END;
CREATE TRIGGER user_search_changed AFTER UPDATE OF name_key, email_key ON users
    WHEN new.name_key <> old.name_key OR new.email_key <> old.email_key BEGIN
    UPDATE user_search SET name_key = new.name_key, email_key = new.email_key
        WHERE rowid = (SELECT number FROM user_search_numbers WHERE user_id = new.id);
END;
CREATE TRIGGER user_search_removed AFTER DELETE ON users BEGIN
    DELETE FROM user_search WHERE rowid = (SELECT number FROM user_search_numbers WHERE user_id = old.id);
    DELETE FROM user_search_numbers WHERE user_id = old.id;
END;
