-- An audit entry is written once; the head of each chain is moved by the entry that ends it.
DROP TRIGGER IF EXISTS audit_entries_no_update;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;

DROP TRIGGER IF EXISTS audit_entries_no_delete;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;

-- REPLACE deletes without asking the triggers of deleting.
DROP TRIGGER IF EXISTS audit_entries_no_replace;
CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries e WHERE e.id = NEW.id OR (e.subject = NEW.subject AND e.sequence = NEW.sequence))
BEGIN SELECT RAISE(ABORT, 'audit entries are never replaced'); END;

DROP TRIGGER IF EXISTS audit_heads_no_replace;
CREATE TRIGGER audit_heads_no_replace BEFORE INSERT ON audit_heads
WHEN EXISTS (SELECT 1 FROM audit_heads h WHERE h.subject = NEW.subject AND h.sequence >= NEW.sequence)
    OR NOT EXISTS (SELECT 1 FROM audit_entries e WHERE e.subject = NEW.subject AND e.sequence = NEW.sequence AND e.hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'an audit chain never grows shorter'); END;

DROP TRIGGER IF EXISTS audit_heads_keep;
CREATE TRIGGER audit_heads_keep AFTER INSERT ON audit_entries BEGIN
    INSERT INTO audit_heads (subject, sequence, hash) VALUES (NEW.subject, NEW.sequence, NEW.hash)
    ON CONFLICT (subject) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash;
END;

DROP TRIGGER IF EXISTS audit_heads_no_way_back;
CREATE TRIGGER audit_heads_no_way_back BEFORE UPDATE ON audit_heads WHEN NEW.sequence <= OLD.sequence OR NEW.subject <> OLD.subject
BEGIN SELECT RAISE(ABORT, 'an audit chain never grows shorter'); END;

DROP TRIGGER IF EXISTS audit_heads_no_delete;
CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'an audit chain never grows shorter'); END;
