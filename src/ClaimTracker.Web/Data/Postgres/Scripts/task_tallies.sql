-- Each change of an open task is noted beside it, so that the queue's numbers are exact and cost no walk.
CREATE OR REPLACE FUNCTION note_task_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status = 'Open' THEN
        INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
        VALUES (OLD.role, coalesce(OLD.escalated_to, ''), OLD.kind, OLD.claim_stage, -1);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status = 'Open' THEN
        INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
        VALUES (NEW.role, coalesce(NEW.escalated_to, ''), NEW.kind, NEW.claim_stage, 1);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER task_tallies_come AFTER INSERT OR DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION note_task_tally();
CREATE OR REPLACE TRIGGER task_tallies_change AFTER UPDATE ON tasks FOR EACH ROW
WHEN ((OLD.status, OLD.role, OLD.escalated_to, OLD.kind, OLD.claim_stage)
    IS DISTINCT FROM (NEW.status, NEW.role, NEW.escalated_to, NEW.kind, NEW.claim_stage)) EXECUTE FUNCTION note_task_tally();

-- What is there already, so that numbers that went wrong while a trigger was gone are right again once it is back.
DELETE FROM task_tallies;
INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
SELECT role, coalesce(escalated_to, ''), kind, claim_stage, count(*) FROM tasks WHERE status = 'Open' GROUP BY 1, 2, 3, 4;
