-- A verdict that was decided stays as it was decided; no author judges it; nothing is public below its minimum. Authors are rows.
-- What an import brings was decided elsewhere and is spared: it alone marks its versions, and as they are inserted.
DROP TRIGGER IF EXISTS verdicts_published_fixed;
CREATE TRIGGER verdicts_published_fixed BEFORE UPDATE OF number, version, rating, rationale, change_reason, change_kind, proposed_by, claim_id, minimum_groups, required_approvals, published_at ON verdicts
WHEN OLD.status <> 'Proposed' AND (OLD.number, OLD.version, OLD.rating, OLD.rationale, OLD.change_reason, OLD.change_kind, OLD.proposed_by, OLD.claim_id, OLD.minimum_groups, OLD.required_approvals, OLD.published_at)
    IS NOT (NEW.number, NEW.version, NEW.rating, NEW.rationale, NEW.change_reason, NEW.change_kind, NEW.proposed_by, NEW.claim_id, NEW.minimum_groups, NEW.required_approvals, NEW.published_at)
BEGIN SELECT RAISE(ABORT, 'a verdict that was decided is only superseded'); END;

DROP TRIGGER IF EXISTS verdicts_go_forward;
CREATE TRIGGER verdicts_go_forward BEFORE UPDATE OF status ON verdicts
WHEN OLD.status <> NEW.status AND NOT (OLD.status = 'Proposed' AND NEW.status IN ('Published', 'Rejected') OR OLD.status = 'Published' AND NEW.status IN ('Superseded', 'Retracted'))
BEGIN SELECT RAISE(ABORT, 'a proposal is published or rejected, what is public is superseded or retracted, and nothing goes back'); END;

DROP TRIGGER IF EXISTS verdicts_proposer_fixed;
CREATE TRIGGER verdicts_proposer_fixed BEFORE UPDATE OF proposed_by, claim_id, version ON verdicts
WHEN (OLD.proposed_by, OLD.claim_id, OLD.version) IS NOT (NEW.proposed_by, NEW.claim_id, NEW.version)
BEGIN SELECT RAISE(ABORT, 'who proposed a version, and of which claim, stays as it was'); END;

-- When it was proposed, in which review and by which process was so from the start; when it ceased to be public, and why, since it did.
DROP TRIGGER IF EXISTS verdicts_dates_fixed;
CREATE TRIGGER verdicts_dates_fixed BEFORE UPDATE OF proposed_at, review_id, workflow, closed_at, rejected_because ON verdicts
WHEN (OLD.proposed_at, OLD.review_id, OLD.workflow) IS NOT (NEW.proposed_at, NEW.review_id, NEW.workflow)
    OR ((OLD.closed_at, OLD.rejected_because) IS NOT (NEW.closed_at, NEW.rejected_because) AND (OLD.closed_at IS NOT NULL OR OLD.status = NEW.status))
BEGIN SELECT RAISE(ABORT, 'when and how a version was decided stays as it was'); END;

-- What readers are told of a claim's verdict being issued moves with its version alone.
DROP TRIGGER IF EXISTS claims_issued_fixed;
CREATE TRIGGER claims_issued_fixed BEFORE UPDATE OF verdict_issued_at, published_at ON claims
WHEN (OLD.published_at IS NOT NULL AND OLD.published_at IS NOT NEW.published_at)
    OR (OLD.verdict_issued_at IS NOT NEW.verdict_issued_at AND OLD.verdict_version IS NEW.verdict_version)
BEGIN SELECT RAISE(ABORT, 'when a verdict was issued stays as it was'); END;

DROP TRIGGER IF EXISTS corrections_no_update;
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are never changed'); END;

DROP TRIGGER IF EXISTS corrections_no_delete;
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are never deleted'); END;

DROP TRIGGER IF EXISTS corrections_no_replace;
CREATE TRIGGER corrections_no_replace BEFORE INSERT ON corrections WHEN EXISTS (SELECT 1 FROM corrections c WHERE c.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'corrections are never replaced'); END;

-- REPLACE deletes without asking the triggers of deleting, and writes anew what those of changing would refuse.
DROP TRIGGER IF EXISTS claims_no_replace;
CREATE TRIGGER claims_no_replace BEFORE INSERT ON claims WHEN EXISTS (SELECT 1 FROM claims c WHERE c.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a claim is not replaced'); END;

DROP TRIGGER IF EXISTS verdicts_no_replace;
CREATE TRIGGER verdicts_no_replace BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.id
    OR (v.claim_id = NEW.claim_id AND (v.version = NEW.version OR (v.status = NEW.status AND v.status IN ('Proposed', 'Published')))))
BEGIN SELECT RAISE(ABORT, 'a verdict is not replaced'); END;

DROP TRIGGER IF EXISTS verdict_authors_no_replace;
CREATE TRIGGER verdict_authors_no_replace BEFORE INSERT ON verdict_authors
WHEN EXISTS (SELECT 1 FROM verdict_authors w WHERE w.id = NEW.id OR (w.verdict_id = NEW.verdict_id AND w.name = NEW.name))
BEGIN SELECT RAISE(ABORT, 'an author of a version stays one'); END;

DROP TRIGGER IF EXISTS approvals_no_replace;
CREATE TRIGGER approvals_no_replace BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM approvals a WHERE a.id = NEW.id
    OR (a.verdict_id = NEW.verdict_id AND a."by" = NEW."by" AND a.voided_at IS NULL AND NEW.voided_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'an approval is not replaced'); END;

DROP TRIGGER IF EXISTS verdicts_no_delete;
CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are never deleted'); END;

DROP TRIGGER IF EXISTS verdicts_begin_proposed;
CREATE TRIGGER verdicts_begin_proposed BEFORE INSERT ON verdicts WHEN (NEW.status = 'Proposed') = (NEW.imported <> 0)
BEGIN SELECT RAISE(ABORT, 'a version made here begins as a proposal, and one that was imported is decided'); END;

-- An import brings whole claims: beside what was decided here nothing comes in as decided elsewhere.
DROP TRIGGER IF EXISTS verdicts_imported_apart;
CREATE TRIGGER verdicts_imported_apart BEFORE INSERT ON verdicts
WHEN NEW.imported <> 0 AND EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = NEW.claim_id AND v.imported = 0)
BEGIN SELECT RAISE(ABORT, 'a claim with versions of this desk gets none from elsewhere'); END;

DROP TRIGGER IF EXISTS verdicts_imported_fixed;
CREATE TRIGGER verdicts_imported_fixed BEFORE UPDATE OF imported ON verdicts WHEN OLD.imported <> NEW.imported
BEGIN SELECT RAISE(ABORT, 'whether a version was imported is settled when it comes in'); END;

DROP TRIGGER IF EXISTS verdicts_within_minimum;
CREATE TRIGGER verdicts_within_minimum BEFORE UPDATE OF status ON verdicts WHEN NEW.status = 'Published' AND OLD.status <> 'Published'
BEGIN
    SELECT RAISE(ABORT, 'only a proposal becomes public') WHERE OLD.status <> 'Proposed';
    SELECT RAISE(ABORT, 'a version is held to no less than the floor and the last that was public')
    WHERE NEW.minimum_groups < 1 OR NEW.required_approvals < 1 OR EXISTS (
        SELECT 1 FROM (SELECT minimum_groups, required_approvals FROM verdicts
            WHERE claim_id = NEW.claim_id AND id <> NEW.id AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1) last
        WHERE last.minimum_groups > NEW.minimum_groups OR last.required_approvals > NEW.required_approvals);
    SELECT RAISE(ABORT, 'a version is public with as many groups of evidence as it is held to')
    WHERE NEW.minimum_groups > (
        SELECT min(count(DISTINCT lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(e."group", char(9), ''), char(10), ''), char(11), ''), char(12), ''), char(13), ''), char(32), ''), char(46), ''), char(160), ''), char(8203), ''), char(8204), ''), char(8205), ''), char(65279), ''))),
            count(DISTINCT CASE WHEN NOT EXISTS (SELECT 1 FROM verdict_evidence oe JOIN evidence o ON o.id = oe.evidence_id
                WHERE oe.verdict_id = NEW.id AND o.withdrawn_at IS NULL AND o.quotes_us = 0 AND o.stance <> 'Context' AND substr(o.origin, 1, length(e.origin) + 1) = e.origin || '/')
                THEN coalesce(e.origin, 'evidence ' || e.id) END),
            count(DISTINCT coalesce(e.snapshot_id, -e.id))) FROM verdict_evidence ve JOIN evidence e ON e.id = ve.evidence_id
        WHERE ve.verdict_id = NEW.id AND e.withdrawn_at IS NULL AND e.quotes_us = 0 AND e.stance <> 'Context');
    SELECT RAISE(ABORT, 'no version is public with the approval of an author')
    WHERE EXISTS (SELECT 1 FROM approvals a WHERE a.verdict_id = NEW.id AND a.voided_at IS NULL AND (lower(trim(a."by")) = lower(trim(NEW.proposed_by))
        OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = NEW.id AND lower(trim(w.name)) = lower(trim(a."by")))));
    SELECT RAISE(ABORT, 'a version is public with as many approvals as it is held to')
    WHERE NEW.required_approvals > (SELECT count(DISTINCT lower(trim(a."by"))) FROM approvals a WHERE a.verdict_id = NEW.id AND a.voided_at IS NULL);
END;

DROP TRIGGER IF EXISTS approvals_not_by_author;
CREATE TRIGGER approvals_not_by_author BEFORE INSERT ON approvals
BEGIN
    SELECT RAISE(ABORT, 'only a proposal is approved')
    WHERE EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed' AND v.imported = 0);
    SELECT RAISE(ABORT, 'no author of a verdict approves it')
    WHERE EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.imported = 0 AND (lower(trim(NEW."by")) = lower(trim(v.proposed_by))
        OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = v.id AND lower(trim(w.name)) = lower(trim(NEW."by")))));
    -- Whoever signs in under that very name and may approve at this moment.
    SELECT RAISE(ABORT, 'who approves is an editor of this desk, under the name of the account')
    WHERE EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.imported = 0)
        AND NOT EXISTS (SELECT 1 FROM "AspNetUsers" p JOIN "AspNetUserRoles" m ON m.user_id = p.id JOIN "AspNetRoles" r ON r.id = m.role_id
            WHERE p.user_name = NEW."by" AND p.deactivated_at IS NULL AND r.name = 'editor');
END;

-- What was approved is what is published: a text changes once its approvals are void.
DROP TRIGGER IF EXISTS verdicts_as_approved;
CREATE TRIGGER verdicts_as_approved BEFORE UPDATE OF rating, rationale, change_reason, change_kind ON verdicts
WHEN (OLD.rating, OLD.rationale, OLD.change_reason, OLD.change_kind) IS NOT (NEW.rating, NEW.rationale, NEW.change_reason, NEW.change_kind)
    AND EXISTS (SELECT 1 FROM approvals a WHERE a.verdict_id = NEW.id AND a.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'what was approved changes only when its approvals are void'); END;

DROP TRIGGER IF EXISTS claims_as_approved;
CREATE TRIGGER claims_as_approved BEFORE UPDATE OF wording, kind ON claims
WHEN (OLD.wording, OLD.kind) IS NOT (NEW.wording, NEW.kind) AND EXISTS (SELECT 1 FROM approvals a JOIN verdicts v ON v.id = a.verdict_id
    WHERE v.claim_id = NEW.id AND v.status = 'Proposed' AND a.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'what was approved changes only when its approvals are void'); END;

DROP TRIGGER IF EXISTS claims_wording_of_public;
CREATE TRIGGER claims_wording_of_public BEFORE UPDATE OF wording ON claims
WHEN OLD.wording IS NOT NEW.wording AND EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = NEW.id AND v.status = 'Published')
BEGIN SELECT RAISE(ABORT, 'the wording of a published claim stays'); END;

DROP TRIGGER IF EXISTS evidence_added_as_approved;
CREATE TRIGGER evidence_added_as_approved BEFORE INSERT ON verdict_evidence
WHEN EXISTS (SELECT 1 FROM approvals a JOIN verdicts v ON v.id = a.verdict_id JOIN evidence e ON e.claim_id = v.claim_id
    WHERE v.id = NEW.verdict_id AND v.status = 'Proposed' AND e.id = NEW.evidence_id AND a.voided_at IS NULL AND a.at < e.added_at)
BEGIN SELECT RAISE(ABORT, 'what was approved changes only when its approvals are void'); END;

DROP TRIGGER IF EXISTS evidence_withdrawn_as_approved;
CREATE TRIGGER evidence_withdrawn_as_approved BEFORE UPDATE OF withdrawn_at ON evidence
WHEN OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id
    JOIN approvals a ON a.verdict_id = v.id WHERE ve.evidence_id = NEW.id AND v.status = 'Proposed' AND a.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'what was approved changes only when its approvals are void'); END;

DROP TRIGGER IF EXISTS approvals_fixed;
CREATE TRIGGER approvals_fixed BEFORE UPDATE ON approvals
WHEN (OLD.verdict_id, OLD."by", OLD.at, OLD.mark) IS NOT (NEW.verdict_id, NEW."by", NEW.at, NEW.mark) OR (OLD.voided_at IS NOT NULL AND OLD.voided_at IS NOT NEW.voided_at)
BEGIN SELECT RAISE(ABORT, 'an approval is voided and nothing else'); END;

DROP TRIGGER IF EXISTS approvals_of_decided_fixed;
CREATE TRIGGER approvals_of_decided_fixed BEFORE UPDATE OF voided_at ON approvals
WHEN OLD.voided_at IS NOT NEW.voided_at AND EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed')
BEGIN SELECT RAISE(ABORT, 'what a version was published with stays with it'); END;

DROP TRIGGER IF EXISTS approvals_no_delete;
CREATE TRIGGER approvals_no_delete BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals are never deleted'); END;

DROP TRIGGER IF EXISTS verdict_authors_before_release;
CREATE TRIGGER verdict_authors_before_release BEFORE INSERT ON verdict_authors
WHEN EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed' AND v.imported = 0)
BEGIN SELECT RAISE(ABORT, 'who made a version is settled when it is decided'); END;

DROP TRIGGER IF EXISTS verdict_authors_no_update;
CREATE TRIGGER verdict_authors_no_update BEFORE UPDATE ON verdict_authors
BEGIN SELECT RAISE(ABORT, 'an author of a version stays one'); END;

DROP TRIGGER IF EXISTS verdict_authors_no_delete;
CREATE TRIGGER verdict_authors_no_delete BEFORE DELETE ON verdict_authors
BEGIN SELECT RAISE(ABORT, 'an author of a version stays one'); END;
