-- Whoever changes what is withheld of a claim, every server lets go of the pages that it kept.
INSERT INTO withholdings (id, number) VALUES (1, 0) ON CONFLICT (id) DO NOTHING;

CREATE OR REPLACE FUNCTION count_withholding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE withholdings SET number = number + 1 WHERE id = 1;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER withholdings_count AFTER UPDATE ON claims FOR EACH ROW
WHEN ((OLD.publication = 'Suspended', OLD.withheld_through, OLD.wording_withheld)
    IS DISTINCT FROM (NEW.publication = 'Suspended', NEW.withheld_through, NEW.wording_withheld))
EXECUTE FUNCTION count_withholding();
