-- Whoever makes readers be told another thing of a claim, every server lets go of the pages that it kept. That a check found it
-- standing, and so puts the next one off, is none: such pages are too cautious, and old soon.
DROP TRIGGER IF EXISTS public_changes_count;
CREATE TRIGGER public_changes_count AFTER UPDATE OF publication, verdict_version, rating, withheld_through, wording_withheld,
    in_doubt_since, next_check_due_at, stale_at, person_due_at, person_stale_at ON claims
WHEN (OLD.publication, OLD.verdict_version, OLD.rating, OLD.withheld_through, OLD.wording_withheld, OLD.in_doubt_since)
    IS NOT (NEW.publication, NEW.verdict_version, NEW.rating, NEW.withheld_through, NEW.wording_withheld, NEW.in_doubt_since)
    OR NEW.next_check_due_at < OLD.next_check_due_at OR NEW.stale_at < OLD.stale_at
    OR NEW.person_due_at < OLD.person_due_at OR NEW.person_stale_at < OLD.person_stale_at
BEGIN INSERT INTO public_changes (number) VALUES (1); END;
