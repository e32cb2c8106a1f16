-- Whoever makes readers be told another thing of a claim, every server lets go of the pages that it kept. That a check found it
-- standing, and so puts the next one off, is none: such pages are too cautious, and old soon.
CREATE OR REPLACE FUNCTION count_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public_changes (number) VALUES (1);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER public_changes_count AFTER UPDATE ON claims FOR EACH ROW
WHEN ((OLD.publication, OLD.verdict_version, OLD.rating, OLD.withheld_through, OLD.wording_withheld, OLD.in_doubt_since)
    IS DISTINCT FROM (NEW.publication, NEW.verdict_version, NEW.rating, NEW.withheld_through, NEW.wording_withheld, NEW.in_doubt_since)
    OR NEW.next_check_due_at < OLD.next_check_due_at OR NEW.stale_at < OLD.stale_at
    OR NEW.person_due_at < OLD.person_due_at OR NEW.person_stale_at < OLD.person_stale_at)
EXECUTE FUNCTION count_public_change();
