-- What a verdict stands on is not edited beneath it.
DROP TRIGGER IF EXISTS evidence_fixed;
CREATE TRIGGER evidence_fixed BEFORE UPDATE OF source, url, quote, stance, "group", quotes_us, claim_id ON evidence
WHEN (OLD.source, OLD.url, OLD.quote, OLD.stance, OLD."group", OLD.quotes_us, OLD.claim_id)
    IS NOT (NEW.source, NEW.url, NEW.quote, NEW.stance, NEW."group", NEW.quotes_us, NEW.claim_id)
BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, not edited'); END;
