-- A task holds its claim's stage, so that the queue of one stage is one walk along an index.
CREATE OR REPLACE FUNCTION take_claim_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.claim_stage := (SELECT stage FROM claims WHERE id = NEW.claim_id);
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER tasks_stage_insert BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION take_claim_stage();

CREATE OR REPLACE FUNCTION give_claim_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tasks SET claim_stage = NEW.stage WHERE claim_id = NEW.id AND status = 'Open';
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER claims_stage_update AFTER UPDATE OF stage ON claims FOR EACH ROW
WHEN (OLD.stage <> NEW.stage) EXECUTE FUNCTION give_claim_stage();
