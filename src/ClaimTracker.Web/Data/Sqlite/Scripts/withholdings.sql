-- Whoever changes what is withheld of a claim, every server lets go of the pages that it kept.
INSERT INTO withholdings (id, number) VALUES (1, 0) ON CONFLICT (id) DO NOTHING;

DROP TRIGGER IF EXISTS withholdings_count;
CREATE TRIGGER withholdings_count AFTER UPDATE OF publication, withheld_through, wording_withheld ON claims
WHEN (OLD.publication = 'Suspended', OLD.withheld_through, OLD.wording_withheld)
    IS NOT (NEW.publication = 'Suspended', NEW.withheld_through, NEW.wording_withheld)
BEGIN UPDATE withholdings SET number = number + 1 WHERE id = 1; END;
