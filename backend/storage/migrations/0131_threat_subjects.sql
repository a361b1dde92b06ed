-- How many of a signal's last were all of its subject: the explanation of a score says "3 times" of it only if all were. Of what was
-- kept before nobody knows; one that was counted once was of it.
ALTER TABLE threat_scores ADD COLUMN subject_times BIGINT NOT NULL DEFAULT 0;
UPDATE threat_scores SET subject_times = 1 WHERE subject <> '';
