-- A verdict that was decided stays as it was decided, and nobody approves her own.
CREATE OR REPLACE TRIGGER verdicts_published_fixed BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN (OLD.status <> 'Proposed' AND (OLD.version, OLD.rating, OLD.rationale, OLD.change_reason, OLD.proposed_by, OLD.claim_id)
    IS DISTINCT FROM (NEW.version, NEW.rating, NEW.rationale, NEW.change_reason, NEW.proposed_by, NEW.claim_id))
EXECUTE FUNCTION refuse_change('a verdict that was decided is only superseded');
CREATE OR REPLACE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
FOR EACH ROW EXECUTE FUNCTION refuse_change('verdicts are never deleted');

CREATE OR REPLACE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND NEW."by" IN (v.proposed_by, v.edited_by)) THEN
        RAISE EXCEPTION 'who proposed a verdict never approves it';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER approvals_not_by_author BEFORE INSERT ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();
