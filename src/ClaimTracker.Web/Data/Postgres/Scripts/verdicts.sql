-- A verdict that was decided stays as it was decided; no author judges it; nothing is public below its minimum. Authors are rows.
-- What an import brings was decided elsewhere and is spared: it alone marks its versions, and as they are inserted.
CREATE OR REPLACE TRIGGER verdicts_published_fixed BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN (OLD.status <> 'Proposed' AND (OLD.number, OLD.version, OLD.rating, OLD.rationale, OLD.change_reason, OLD.change_kind, OLD.proposed_by, OLD.claim_id, OLD.minimum_groups, OLD.required_approvals, OLD.published_at)
    IS DISTINCT FROM (NEW.number, NEW.version, NEW.rating, NEW.rationale, NEW.change_reason, NEW.change_kind, NEW.proposed_by, NEW.claim_id, NEW.minimum_groups, NEW.required_approvals, NEW.published_at))
EXECUTE FUNCTION refuse_change('a verdict that was decided is only superseded');
CREATE OR REPLACE TRIGGER verdicts_go_forward BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN (OLD.status <> NEW.status AND NOT (OLD.status = 'Proposed' AND NEW.status IN ('Published', 'Rejected') OR OLD.status = 'Published' AND NEW.status IN ('Superseded', 'Retracted')))
EXECUTE FUNCTION refuse_change('a proposal is published or rejected, what is public is superseded or retracted, and nothing goes back');
CREATE OR REPLACE TRIGGER verdicts_proposer_fixed BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN ((OLD.proposed_by, OLD.claim_id, OLD.version) IS DISTINCT FROM (NEW.proposed_by, NEW.claim_id, NEW.version))
EXECUTE FUNCTION refuse_change('who proposed a version, and of which claim, stays as it was');
-- When it was proposed, in which review and by which process was so from the start; when it ceased to be public, and why, since it did.
CREATE OR REPLACE TRIGGER verdicts_dates_fixed BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN ((OLD.proposed_at, OLD.review_id, OLD.workflow) IS DISTINCT FROM (NEW.proposed_at, NEW.review_id, NEW.workflow)
    OR ((OLD.closed_at, OLD.rejected_because) IS DISTINCT FROM (NEW.closed_at, NEW.rejected_because) AND (OLD.closed_at IS NOT NULL OR OLD.status = NEW.status)))
EXECUTE FUNCTION refuse_change('when and how a version was decided stays as it was');
-- What readers are told of a claim's verdict being issued moves with its version alone.
CREATE OR REPLACE TRIGGER claims_issued_fixed BEFORE UPDATE ON claims FOR EACH ROW
WHEN ((OLD.published_at IS NOT NULL AND OLD.published_at IS DISTINCT FROM NEW.published_at)
    OR (OLD.verdict_issued_at IS DISTINCT FROM NEW.verdict_issued_at AND OLD.verdict_version IS NOT DISTINCT FROM NEW.verdict_version))
EXECUTE FUNCTION refuse_change('when a verdict was issued stays as it was');
CREATE OR REPLACE TRIGGER corrections_fixed BEFORE UPDATE OR DELETE ON corrections
FOR EACH ROW EXECUTE FUNCTION refuse_change('corrections are never changed or deleted');
CREATE OR REPLACE TRIGGER corrections_no_truncate BEFORE TRUNCATE ON corrections
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('corrections are never changed or deleted');
CREATE OR REPLACE TRIGGER verdicts_no_truncate BEFORE TRUNCATE ON verdicts
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('verdicts are never deleted');
CREATE OR REPLACE TRIGGER approvals_no_truncate BEFORE TRUNCATE ON approvals
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('approvals are never deleted');
CREATE OR REPLACE TRIGGER verdict_authors_no_truncate BEFORE TRUNCATE ON verdict_authors
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an author of a version stays one');
CREATE OR REPLACE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
FOR EACH ROW EXECUTE FUNCTION refuse_change('verdicts are never deleted');
CREATE OR REPLACE TRIGGER verdicts_begin_proposed BEFORE INSERT ON verdicts FOR EACH ROW
WHEN ((NEW.status = 'Proposed') = NEW.imported)
EXECUTE FUNCTION refuse_change('a version made here begins as a proposal, and one that was imported is decided');
-- An import brings whole claims: beside what was decided here nothing comes in as decided elsewhere.
CREATE OR REPLACE FUNCTION refuse_imported_beside_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = NEW.claim_id AND NOT v.imported) THEN
        RAISE EXCEPTION 'a claim with versions of this desk gets none from elsewhere';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER verdicts_imported_apart BEFORE INSERT ON verdicts FOR EACH ROW
WHEN (NEW.imported) EXECUTE FUNCTION refuse_imported_beside_own();
CREATE OR REPLACE TRIGGER verdicts_imported_fixed BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN (OLD.imported <> NEW.imported)
EXECUTE FUNCTION refuse_change('whether a version was imported is settled when it comes in');

CREATE OR REPLACE FUNCTION is_verdict_author(verdict bigint, person text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM verdicts v WHERE v.id = verdict AND lower(trim(v.proposed_by)) = lower(trim(person)))
        OR EXISTS (SELECT 1 FROM verdict_authors w WHERE w.verdict_id = verdict AND lower(trim(w.name)) = lower(trim(person)))
$$;

CREATE OR REPLACE FUNCTION refuse_below_minimum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'Proposed' THEN
        RAISE EXCEPTION 'only a proposal becomes public';
    END IF;
    IF NEW.minimum_groups < 1 OR NEW.required_approvals < 1 OR EXISTS (
        SELECT 1 FROM (SELECT minimum_groups, required_approvals FROM verdicts
            WHERE claim_id = NEW.claim_id AND id <> NEW.id AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1) last
        WHERE last.minimum_groups > NEW.minimum_groups OR last.required_approvals > NEW.required_approvals) THEN
        RAISE EXCEPTION 'a version is held to no less than the floor and the last that was public';
    END IF;
    IF NEW.minimum_groups > (
        SELECT least(count(DISTINCT lower(regexp_replace(e."group", '[\s\u00A0\u200B-\u200D\uFEFF.]', '', 'g'))),
            count(DISTINCT CASE WHEN NOT EXISTS (SELECT 1 FROM verdict_evidence oe JOIN evidence o ON o.id = oe.evidence_id
                WHERE oe.verdict_id = NEW.id AND o.withdrawn_at IS NULL AND NOT o.quotes_us AND o.stance <> 'Context' AND substr(o.origin, 1, length(e.origin) + 1) = e.origin || '/')
                THEN coalesce(e.origin, 'evidence ' || e.id) END),
            count(DISTINCT coalesce(e.snapshot_id, -e.id))) FROM verdict_evidence ve JOIN evidence e ON e.id = ve.evidence_id
        WHERE ve.verdict_id = NEW.id AND e.withdrawn_at IS NULL AND NOT e.quotes_us AND e.stance <> 'Context') THEN
        RAISE EXCEPTION 'a version is public with as many groups of evidence as it is held to';
    END IF;
    IF EXISTS (SELECT 1 FROM approvals a WHERE a.verdict_id = NEW.id AND a.voided_at IS NULL AND is_verdict_author(NEW.id, a."by")) THEN
        RAISE EXCEPTION 'no version is public with the approval of an author';
    END IF;
    IF NEW.required_approvals > (SELECT count(DISTINCT lower(trim(a."by"))) FROM approvals a WHERE a.verdict_id = NEW.id AND a.voided_at IS NULL) THEN
        RAISE EXCEPTION 'a version is public with as many approvals as it is held to';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER verdicts_within_minimum BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN (NEW.status = 'Published' AND OLD.status <> 'Published') EXECUTE FUNCTION refuse_below_minimum();

CREATE OR REPLACE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.imported) THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed') THEN
        RAISE EXCEPTION 'only a proposal is approved';
    END IF;
    IF is_verdict_author(NEW.verdict_id, NEW."by") THEN
        RAISE EXCEPTION 'no author of a verdict approves it';
    END IF;
    -- Whoever signs in under that very name and may approve at this moment.
    IF NOT EXISTS (SELECT 1 FROM "AspNetUsers" p JOIN "AspNetUserRoles" m ON m.user_id = p.id JOIN "AspNetRoles" r ON r.id = m.role_id
        WHERE p.user_name = NEW."by" AND p.deactivated_at IS NULL AND r.name = 'editor') THEN
        RAISE EXCEPTION 'who approves is an editor of this desk, under the name of the account';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER approvals_not_by_author BEFORE INSERT ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();

-- What was approved is what is published: a text changes once its approvals are void.
CREATE OR REPLACE FUNCTION refuse_change_of_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed bigint[];
BEGIN
    IF TG_TABLE_NAME = 'verdicts' THEN
        changed := ARRAY[NEW.id];
    ELSIF TG_TABLE_NAME = 'verdict_evidence' THEN
        changed := ARRAY(SELECT v.id FROM verdicts v JOIN approvals a ON a.verdict_id = v.id JOIN evidence e ON e.claim_id = v.claim_id
            WHERE v.id = NEW.verdict_id AND v.status = 'Proposed' AND e.id = NEW.evidence_id AND a.voided_at IS NULL AND a.at < e.added_at);
    ELSIF TG_TABLE_NAME = 'claims' THEN
        changed := ARRAY(SELECT v.id FROM verdicts v WHERE v.claim_id = NEW.id AND v.status = 'Proposed');
    ELSE
        changed := ARRAY(SELECT v.id FROM verdicts v JOIN verdict_evidence ve ON ve.verdict_id = v.id WHERE ve.evidence_id = NEW.id AND v.status = 'Proposed');
    END IF;
    IF EXISTS (SELECT 1 FROM approvals a JOIN verdicts v ON v.id = a.verdict_id WHERE a.verdict_id = ANY (changed) AND a.voided_at IS NULL AND NOT v.imported) THEN
        RAISE EXCEPTION 'what was approved changes only when its approvals are void';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER verdicts_as_approved BEFORE UPDATE ON verdicts FOR EACH ROW
WHEN ((OLD.rating, OLD.rationale, OLD.change_reason, OLD.change_kind) IS DISTINCT FROM (NEW.rating, NEW.rationale, NEW.change_reason, NEW.change_kind))
EXECUTE FUNCTION refuse_change_of_approved();
CREATE OR REPLACE TRIGGER claims_as_approved BEFORE UPDATE ON claims FOR EACH ROW
WHEN ((OLD.wording, OLD.kind) IS DISTINCT FROM (NEW.wording, NEW.kind)) EXECUTE FUNCTION refuse_change_of_approved();
CREATE OR REPLACE FUNCTION refuse_wording_of_public() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = NEW.id AND v.status = 'Published') THEN
        RAISE EXCEPTION 'the wording of a published claim stays';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER claims_wording_of_public BEFORE UPDATE ON claims FOR EACH ROW
WHEN (OLD.wording IS DISTINCT FROM NEW.wording) EXECUTE FUNCTION refuse_wording_of_public();
CREATE OR REPLACE TRIGGER evidence_added_as_approved BEFORE INSERT ON verdict_evidence
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();
CREATE OR REPLACE TRIGGER evidence_withdrawn_as_approved BEFORE UPDATE ON evidence FOR EACH ROW
WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_approved();
CREATE OR REPLACE TRIGGER approvals_fixed BEFORE UPDATE ON approvals FOR EACH ROW
WHEN ((OLD.verdict_id, OLD."by", OLD.at, OLD.mark) IS DISTINCT FROM (NEW.verdict_id, NEW."by", NEW.at, NEW.mark)
    OR (OLD.voided_at IS NOT NULL AND OLD.voided_at IS DISTINCT FROM NEW.voided_at))
EXECUTE FUNCTION refuse_change('an approval is voided and nothing else');
CREATE OR REPLACE FUNCTION refuse_late_void() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed') THEN
        RAISE EXCEPTION 'what a version was published with stays with it';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER approvals_of_decided_fixed BEFORE UPDATE ON approvals FOR EACH ROW
WHEN (OLD.voided_at IS DISTINCT FROM NEW.voided_at) EXECUTE FUNCTION refuse_late_void();
CREATE OR REPLACE TRIGGER approvals_no_delete BEFORE DELETE ON approvals
FOR EACH ROW EXECUTE FUNCTION refuse_change('approvals are never deleted');

CREATE OR REPLACE FUNCTION refuse_late_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND v.status <> 'Proposed' AND NOT v.imported) THEN
        RAISE EXCEPTION 'who made a version is settled when it is decided';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER verdict_authors_before_release BEFORE INSERT ON verdict_authors FOR EACH ROW EXECUTE FUNCTION refuse_late_author();
CREATE OR REPLACE TRIGGER verdict_authors_fixed BEFORE UPDATE OR DELETE ON verdict_authors
FOR EACH ROW EXECUTE FUNCTION refuse_change('an author of a version stays one');
