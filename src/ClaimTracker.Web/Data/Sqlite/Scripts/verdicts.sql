-- A verdict that was decided stays as it was decided, and nobody approves her own.
DROP TRIGGER IF EXISTS verdicts_published_fixed;
CREATE TRIGGER verdicts_published_fixed BEFORE UPDATE OF version, rating, rationale, change_reason, proposed_by, claim_id ON verdicts
WHEN OLD.status <> 'Proposed' AND (OLD.version, OLD.rating, OLD.rationale, OLD.change_reason, OLD.proposed_by, OLD.claim_id)
    IS NOT (NEW.version, NEW.rating, NEW.rationale, NEW.change_reason, NEW.proposed_by, NEW.claim_id)
BEGIN SELECT RAISE(ABORT, 'a verdict that was decided is only superseded'); END;

DROP TRIGGER IF EXISTS verdicts_no_delete;
CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are never deleted'); END;

DROP TRIGGER IF EXISTS approvals_not_by_author;
CREATE TRIGGER approvals_not_by_author BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND NEW."by" IN (v.proposed_by, ifnull(v.edited_by, v.proposed_by)))
BEGIN SELECT RAISE(ABORT, 'who proposed a verdict never approves it'); END;
