-- Who answers for what goes on without them: destinations and plans name their author, with the API key by which it was said; packs and
-- kept reports their maker. Of destinations that there were, whoever has changed them last by the journal; `product`: nobody knows.
ALTER TABLE outputs ADD COLUMN author_kind TEXT NOT NULL DEFAULT 'product';
ALTER TABLE outputs ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
ALTER TABLE outputs ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
ALTER TABLE outputs ADD COLUMN author_name TEXT NOT NULL DEFAULT '';
UPDATE outputs SET
    author_id = COALESCE((SELECT e.actor_id FROM events e WHERE e.object_id = outputs.id AND e.kind IN ('output.created',
        'output.changed') ORDER BY e.sequence DESC LIMIT 1), ''),
    author_name = COALESCE((SELECT e.actor_name FROM events e WHERE e.object_id = outputs.id AND e.kind IN ('output.created',
        'output.changed') ORDER BY e.sequence DESC LIMIT 1), '');
UPDATE outputs SET author_kind = 'user' WHERE author_id <> '';
ALTER TABLE report_plans ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence_packs ADD COLUMN maker_id TEXT NOT NULL DEFAULT '';
ALTER TABLE made_reports ADD COLUMN maker_id TEXT NOT NULL DEFAULT '';
