-- A task holds its claim's stage, so that the queue of one stage is one walk along an index.
DROP TRIGGER IF EXISTS tasks_stage_insert;
CREATE TRIGGER tasks_stage_insert AFTER INSERT ON tasks
WHEN NEW.claim_stage <> (SELECT stage FROM claims WHERE id = NEW.claim_id) BEGIN
    UPDATE tasks SET claim_stage = (SELECT stage FROM claims WHERE id = NEW.claim_id) WHERE id = NEW.id;
END;

DROP TRIGGER IF EXISTS claims_stage_update;
CREATE TRIGGER claims_stage_update AFTER UPDATE OF stage ON claims WHEN OLD.stage <> NEW.stage BEGIN
    UPDATE tasks SET claim_stage = NEW.stage WHERE claim_id = NEW.id AND status = 'Open';
END;
