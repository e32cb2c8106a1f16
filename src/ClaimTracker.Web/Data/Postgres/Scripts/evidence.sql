-- What a verdict stands on is neither edited nor exchanged beneath it, but for whose it is, which its page tells when it is first kept; the ground of a public one is withdrawn with somebody who is no author of it.
CREATE OR REPLACE TRIGGER evidence_fixed BEFORE UPDATE ON evidence FOR EACH ROW
WHEN ((OLD.source, OLD.url, CASE WHEN OLD.snapshot_id IS NULL AND NEW.snapshot_id IS NOT NULL THEN NEW.origin ELSE OLD.origin END, OLD.quote, OLD.stance, OLD."group", OLD.quotes_us, OLD.watched, OLD.condition, OLD.condition_limit, OLD.claim_id)
    IS DISTINCT FROM (NEW.source, NEW.url, NEW.origin, NEW.quote, NEW.stance, NEW."group", NEW.quotes_us, NEW.watched, NEW.condition, NEW.condition_limit, NEW.claim_id))
EXECUTE FUNCTION refuse_change('evidence is withdrawn, not edited');
CREATE OR REPLACE TRIGGER evidence_added_fixed BEFORE UPDATE ON evidence FOR EACH ROW
WHEN ((OLD.added_by, OLD.added_at) IS DISTINCT FROM (NEW.added_by, NEW.added_at))
EXECUTE FUNCTION refuse_change('who added evidence, and when, stays as it was');

-- The page that a version which was ever public is compared with gives way to one that a finding was made on, and to no other; where its quote stands is
-- found on that page, or said of a public one by an editor who is no author of it.
CREATE OR REPLACE FUNCTION refuse_other_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id WHERE ve.evidence_id = NEW.id AND v.published_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    IF OLD.snapshot_id IS NOT NULL AND OLD.snapshot_id IS DISTINCT FROM NEW.snapshot_id
        AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.evidence_id = NEW.id AND f.page_id = NEW.snapshot_id) THEN
        RAISE EXCEPTION 'the kept page of evidence stays';
    END IF;
    IF OLD.places IS NOT NULL AND OLD.places IS DISTINCT FROM NEW.places AND OLD.snapshot_id IS NOT DISTINCT FROM NEW.snapshot_id THEN
        RAISE EXCEPTION 'where a quote stands is found on its page';
    END IF;
    IF (OLD.confirmed_place, OLD.place_confirmed_by, OLD.place_confirmed_at) IS DISTINCT FROM (NEW.confirmed_place, NEW.place_confirmed_by, NEW.place_confirmed_at)
        AND NOT (NEW.confirmed_place IS NULL AND NEW.place_confirmed_by IS NULL AND NEW.place_confirmed_at IS NULL AND OLD.snapshot_id IS DISTINCT FROM NEW.snapshot_id)
        AND EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id WHERE ve.evidence_id = NEW.id AND v.status = 'Published')
        AND (NEW.confirmed_place IS NULL OR NEW.place_confirmed_at IS NULL OR NEW.place_confirmed_at IS NOT DISTINCT FROM OLD.place_confirmed_at
            OR NOT EXISTS (SELECT 1 FROM "AspNetUsers" p JOIN "AspNetUserRoles" m ON m.user_id = p.id JOIN "AspNetRoles" r ON r.id = m.role_id
                WHERE p.user_name = NEW.place_confirmed_by AND p.deactivated_at IS NULL AND r.name = 'editor')
            OR EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id
                WHERE ve.evidence_id = NEW.id AND v.status = 'Published' AND (lower(trim(NEW.place_confirmed_by)) = lower(trim(v.proposed_by))
                    OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = v.id AND lower(trim(w.name)) = lower(trim(NEW.place_confirmed_by)))))) THEN
        RAISE EXCEPTION 'where a quote stands is confirmed by an editor who is no author';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER evidence_page_fixed BEFORE UPDATE ON evidence FOR EACH ROW
WHEN ((OLD.snapshot_id, OLD.places, OLD.confirmed_place, OLD.place_confirmed_by, OLD.place_confirmed_at)
    IS DISTINCT FROM (NEW.snapshot_id, NEW.places, NEW.confirmed_place, NEW.place_confirmed_by, NEW.place_confirmed_at))
EXECUTE FUNCTION refuse_other_page();
CREATE OR REPLACE TRIGGER evidence_stays_withdrawn BEFORE UPDATE ON evidence FOR EACH ROW
WHEN (OLD.withdrawn_at IS NOT NULL AND (OLD.withdrawn_at, OLD.withdrawn_by) IS DISTINCT FROM (NEW.withdrawn_at, NEW.withdrawn_by))
EXECUTE FUNCTION refuse_change('what was withdrawn stays withdrawn');

CREATE OR REPLACE FUNCTION refuse_withdrawn_ground() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id
        WHERE ve.evidence_id = NEW.id AND v.status = 'Published' AND (NEW.withdrawn_by IS NULL OR lower(trim(NEW.withdrawn_by)) = lower(trim(v.proposed_by))
            OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = v.id AND lower(trim(w.name)) = lower(trim(NEW.withdrawn_by))))) THEN
        RAISE EXCEPTION 'no author of a public verdict withdraws what it stands on';
    END IF;
    IF EXISTS (SELECT 1 FROM verdict_evidence ve JOIN verdicts v ON v.id = ve.verdict_id WHERE ve.evidence_id = NEW.id AND v.status = 'Published')
        AND NOT EXISTS (SELECT 1 FROM "AspNetUsers" p JOIN "AspNetUserRoles" m ON m.user_id = p.id JOIN "AspNetRoles" r ON r.id = m.role_id
            WHERE p.user_name = NEW.withdrawn_by AND p.deactivated_at IS NULL AND r.name = 'editor') THEN
        RAISE EXCEPTION 'an editor of this desk withdraws what a public verdict stands on';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER evidence_ground BEFORE UPDATE ON evidence FOR EACH ROW
WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse_withdrawn_ground();

CREATE OR REPLACE FUNCTION refuse_late_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed' AND NOT v.imported) THEN
        RAISE EXCEPTION 'what is added later belongs to the next version';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM verdicts v JOIN evidence e ON e.claim_id = v.claim_id WHERE v.id = NEW.verdict_id AND e.id = NEW.evidence_id) THEN
        RAISE EXCEPTION 'a version stands on evidence of its own claim';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON evidence
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('evidence is withdrawn, not deleted');
CREATE OR REPLACE TRIGGER verdict_evidence_no_truncate BEFORE TRUNCATE ON verdict_evidence
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what a version stood on stays with it');
CREATE OR REPLACE TRIGGER verdict_evidence_before_release BEFORE INSERT ON verdict_evidence FOR EACH ROW EXECUTE FUNCTION refuse_late_evidence();

CREATE OR REPLACE FUNCTION refuse_lost_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM verdicts v WHERE v.id = OLD.verdict_id AND v.status <> 'Proposed') THEN
        RAISE EXCEPTION 'what a version stood on stays with it';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER verdict_evidence_fixed BEFORE UPDATE OR DELETE ON verdict_evidence FOR EACH ROW EXECUTE FUNCTION refuse_lost_evidence();
