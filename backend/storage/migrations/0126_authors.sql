-- Who answers for what goes on without them: destinations and plans name their author, with the API key by which it was said; packs and
-- kept reports their maker. Of destinations that there were, whoever has changed them last by the journal; `product`: nobody knows. An
-- event by a key names the key alone.
ALTER TABLE outputs ADD COLUMN author_kind TEXT NOT NULL DEFAULT 'product';
ALTER TABLE outputs ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
ALTER TABLE outputs ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
ALTER TABLE outputs ADD COLUMN author_name TEXT NOT NULL DEFAULT '';
UPDATE outputs SET
    author_kind = COALESCE((SELECT e.actor_kind FROM events e WHERE lower(e.object_id) = lower(outputs.id) AND e.object_id <> ''
        AND e.kind IN ('output.created', 'output.changed') ORDER BY e.sequence DESC LIMIT 1), 'product'),
    author_id = COALESCE((SELECT e.actor_id FROM events e WHERE lower(e.object_id) = lower(outputs.id) AND e.object_id <> ''
        AND e.kind IN ('output.created', 'output.changed') ORDER BY e.sequence DESC LIMIT 1), ''),
    author_name = COALESCE((SELECT e.actor_name FROM events e WHERE lower(e.object_id) = lower(outputs.id) AND e.object_id <> ''
        AND e.kind IN ('output.created', 'output.changed') ORDER BY e.sequence DESC LIMIT 1), '');
UPDATE outputs SET author_key = author_id,
    author_id = COALESCE((SELECT COALESCE(k.user_id, k.service_account_id) FROM api_keys k WHERE k.id = outputs.author_id), '')
    WHERE author_kind = 'api_key';
UPDATE outputs SET author_kind = 'user' WHERE author_kind NOT IN ('product', 'system');
ALTER TABLE report_plans ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
UPDATE report_plans SET author_key = COALESCE((SELECT CASE e.actor_kind WHEN 'api_key' THEN e.actor_id ELSE '' END FROM events e
    WHERE lower(e.object_id) = lower(report_plans.id) AND e.object_id <> '' AND e.kind IN ('report.plan_created', 'report.plan_changed')
    ORDER BY e.sequence DESC LIMIT 1), '');
ALTER TABLE evidence_packs ADD COLUMN maker_id TEXT NOT NULL DEFAULT '';
ALTER TABLE made_reports ADD COLUMN maker_id TEXT NOT NULL DEFAULT '';
