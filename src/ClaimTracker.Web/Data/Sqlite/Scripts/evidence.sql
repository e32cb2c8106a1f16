-- What a verdict stands on is neither edited nor exchanged beneath it, but for whose it is, which its page tells when it is first kept; the ground of a public one is withdrawn with somebody who is no author of it.
DROP TRIGGER IF EXISTS evidence_fixed;
CREATE TRIGGER evidence_fixed BEFORE UPDATE OF source, url, origin, quote, stance, "group", quotes_us, watched, condition, condition_limit, claim_id ON evidence
WHEN (OLD.source, OLD.url, CASE WHEN OLD.snapshot_id IS NULL AND NEW.snapshot_id IS NOT NULL THEN NEW.origin ELSE OLD.origin END, OLD.quote, OLD.stance, OLD."group", OLD.quotes_us, OLD.watched, OLD.condition, OLD.condition_limit, OLD.claim_id)
    IS NOT (NEW.source, NEW.url, NEW.origin, NEW.quote, NEW.stance, NEW."group", NEW.quotes_us, NEW.watched, NEW.condition, NEW.condition_limit, NEW.claim_id)
BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, not edited'); END;

DROP TRIGGER IF EXISTS evidence_added_fixed;
CREATE TRIGGER evidence_added_fixed BEFORE UPDATE OF added_by, added_at ON evidence
WHEN (OLD.added_by, OLD.added_at) IS NOT (NEW.added_by, NEW.added_at)
BEGIN SELECT RAISE(ABORT, 'who added evidence, and when, stays as it was'); END;

-- The page that a version which was ever public is compared with gives way to one that a finding was made on, and to no other; where its quote stands is
-- found on that page, or said of a public one by an editor who is no author of it.
DROP TRIGGER IF EXISTS evidence_page_fixed;
CREATE TRIGGER evidence_page_fixed BEFORE UPDATE OF snapshot_id, places, confirmed_place, place_confirmed_by, place_confirmed_at ON evidence
WHEN EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id WHERE ve.evidence_id = NEW.id AND v.published_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the kept page of evidence stays')
    WHERE OLD.snapshot_id IS NOT NULL AND OLD.snapshot_id IS NOT NEW.snapshot_id
        AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.evidence_id = NEW.id AND f.page_id = NEW.snapshot_id);
    SELECT RAISE(ABORT, 'where a quote stands is found on its page')
    WHERE OLD.places IS NOT NULL AND OLD.places IS NOT NEW.places AND OLD.snapshot_id IS NEW.snapshot_id;
    SELECT RAISE(ABORT, 'where a quote stands is confirmed by an editor who is no author')
    WHERE (OLD.confirmed_place, OLD.place_confirmed_by, OLD.place_confirmed_at) IS NOT (NEW.confirmed_place, NEW.place_confirmed_by, NEW.place_confirmed_at)
        AND NOT (NEW.confirmed_place IS NULL AND NEW.place_confirmed_by IS NULL AND NEW.place_confirmed_at IS NULL AND OLD.snapshot_id IS NOT NEW.snapshot_id)
        AND EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id WHERE ve.evidence_id = NEW.id AND v.status = 'Published')
        AND (NEW.confirmed_place IS NULL OR NEW.place_confirmed_at IS NULL OR NEW.place_confirmed_at IS OLD.place_confirmed_at
            OR NOT EXISTS (SELECT 1 FROM "AspNetUsers" p JOIN "AspNetUserRoles" m ON m.user_id = p.id JOIN "AspNetRoles" r ON r.id = m.role_id
                WHERE p.user_name = NEW.place_confirmed_by AND p.deactivated_at IS NULL AND r.name = 'editor')
            OR EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id
                WHERE ve.evidence_id = NEW.id AND v.status = 'Published' AND (lower(trim(NEW.place_confirmed_by)) = lower(trim(v.proposed_by))
                    OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = v.id AND lower(trim(w.name)) = lower(trim(NEW.place_confirmed_by))))));
END;

DROP TRIGGER IF EXISTS evidence_stays_withdrawn;
CREATE TRIGGER evidence_stays_withdrawn BEFORE UPDATE OF withdrawn_at, withdrawn_by ON evidence
WHEN OLD.withdrawn_at IS NOT NULL AND (OLD.withdrawn_at, OLD.withdrawn_by) IS NOT (NEW.withdrawn_at, NEW.withdrawn_by)
BEGIN SELECT RAISE(ABORT, 'what was withdrawn stays withdrawn'); END;

DROP TRIGGER IF EXISTS evidence_ground;
CREATE TRIGGER evidence_ground BEFORE UPDATE OF withdrawn_at, withdrawn_by ON evidence WHEN OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'no author of a public verdict withdraws what it stands on')
    WHERE EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id
        WHERE ve.evidence_id = NEW.id AND v.status = 'Published' AND (NEW.withdrawn_by IS NULL OR lower(trim(NEW.withdrawn_by)) = lower(trim(v.proposed_by))
            OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = v.id AND lower(trim(w.name)) = lower(trim(NEW.withdrawn_by)))));
    SELECT RAISE(ABORT, 'an editor of this desk withdraws what a public verdict stands on')
    WHERE EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id WHERE ve.evidence_id = NEW.id AND v.status = 'Published')
        AND NOT EXISTS (SELECT 1 FROM "AspNetUsers" p JOIN "AspNetUserRoles" m ON m.user_id = p.id JOIN "AspNetRoles" r ON r.id = m.role_id
            WHERE p.user_name = NEW.withdrawn_by AND p.deactivated_at IS NULL AND r.name = 'editor');
END;

DROP TRIGGER IF EXISTS verdict_evidence_before_release;
CREATE TRIGGER verdict_evidence_before_release BEFORE INSERT ON verdict_evidence
WHEN EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed' AND v.imported = 0)
BEGIN SELECT RAISE(ABORT, 'what is added later belongs to the next version'); END;

DROP TRIGGER IF EXISTS verdict_evidence_of_claim;
CREATE TRIGGER verdict_evidence_of_claim BEFORE INSERT ON verdict_evidence
WHEN NOT EXISTS (SELECT 1 FROM verdicts v JOIN evidence e ON e.claim_id = v.claim_id WHERE v.id = NEW.verdict_id AND e.id = NEW.evidence_id)
BEGIN SELECT RAISE(ABORT, 'a version stands on evidence of its own claim'); END;

DROP TRIGGER IF EXISTS evidence_no_replace;
CREATE TRIGGER evidence_no_replace BEFORE INSERT ON evidence WHEN EXISTS (SELECT 1 FROM evidence e WHERE e.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'evidence is not replaced'); END;

DROP TRIGGER IF EXISTS verdict_evidence_no_update;
CREATE TRIGGER verdict_evidence_no_update BEFORE UPDATE ON verdict_evidence
BEGIN SELECT RAISE(ABORT, 'what a version stood on stays with it'); END;

DROP TRIGGER IF EXISTS verdict_evidence_no_delete;
CREATE TRIGGER verdict_evidence_no_delete BEFORE DELETE ON verdict_evidence
WHEN EXISTS (SELECT 1 FROM verdicts v WHERE v.id = OLD.verdict_id AND v.status <> 'Proposed')
BEGIN SELECT RAISE(ABORT, 'what a version stood on stays with it'); END;
