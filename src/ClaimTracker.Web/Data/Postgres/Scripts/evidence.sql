-- What a verdict stands on is not edited beneath it.
CREATE OR REPLACE TRIGGER evidence_fixed BEFORE UPDATE ON evidence FOR EACH ROW
WHEN ((OLD.source, OLD.url, OLD.quote, OLD.stance, OLD."group", OLD.quotes_us, OLD.claim_id)
    IS DISTINCT FROM (NEW.source, NEW.url, NEW.quote, NEW.stance, NEW."group", NEW.quotes_us, NEW.claim_id))
EXECUTE FUNCTION refuse_change('evidence is withdrawn, not edited');
