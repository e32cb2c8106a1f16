-- Each change of an open task is noted beside it, so that the queue's numbers are exact and cost no walk.
DROP TRIGGER IF EXISTS task_tallies_insert;
CREATE TRIGGER task_tallies_insert AFTER INSERT ON tasks WHEN NEW.status = 'Open' BEGIN
    INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
    VALUES (NEW.role, coalesce(NEW.escalated_to, ''), NEW.kind, NEW.claim_stage, 1);
END;

DROP TRIGGER IF EXISTS task_tallies_leave;
CREATE TRIGGER task_tallies_leave AFTER UPDATE OF status, role, escalated_to, kind, claim_stage ON tasks
WHEN OLD.status = 'Open' AND (OLD.status, OLD.role, OLD.escalated_to, OLD.kind, OLD.claim_stage)
    IS NOT (NEW.status, NEW.role, NEW.escalated_to, NEW.kind, NEW.claim_stage) BEGIN
    INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
    VALUES (OLD.role, coalesce(OLD.escalated_to, ''), OLD.kind, OLD.claim_stage, -1);
END;

DROP TRIGGER IF EXISTS task_tallies_come;
CREATE TRIGGER task_tallies_come AFTER UPDATE OF status, role, escalated_to, kind, claim_stage ON tasks
WHEN NEW.status = 'Open' AND (OLD.status, OLD.role, OLD.escalated_to, OLD.kind, OLD.claim_stage)
    IS NOT (NEW.status, NEW.role, NEW.escalated_to, NEW.kind, NEW.claim_stage) BEGIN
    INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
    VALUES (NEW.role, coalesce(NEW.escalated_to, ''), NEW.kind, NEW.claim_stage, 1);
END;

DROP TRIGGER IF EXISTS task_tallies_delete;
CREATE TRIGGER task_tallies_delete AFTER DELETE ON tasks WHEN OLD.status = 'Open' BEGIN
    INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
    VALUES (OLD.role, coalesce(OLD.escalated_to, ''), OLD.kind, OLD.claim_stage, -1);
END;

-- What is there already, so that numbers that went wrong while a trigger was gone are right again once it is back.
DELETE FROM task_tallies;
INSERT INTO task_tallies (role, escalated_to, kind, stage, number)
SELECT role, coalesce(escalated_to, ''), kind, claim_stage, count(*) FROM tasks WHERE status = 'Open' GROUP BY 1, 2, 3, 4;
