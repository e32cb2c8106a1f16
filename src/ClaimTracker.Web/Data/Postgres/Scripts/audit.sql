-- An audit entry is written once; the head of each chain is moved by the entry that ends it.
CREATE OR REPLACE TRIGGER audit_entries_fixed BEFORE UPDATE OR DELETE ON audit_entries
FOR EACH ROW EXECUTE FUNCTION refuse_change('audit entries are never changed or deleted');
CREATE OR REPLACE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('audit entries are never changed or deleted');

CREATE OR REPLACE FUNCTION keep_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_heads (subject, sequence, hash) VALUES (NEW.subject, NEW.sequence, NEW.hash)
    ON CONFLICT (subject) DO UPDATE SET sequence = EXCLUDED.sequence, hash = EXCLUDED.hash;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER audit_heads_keep AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION keep_audit_head();

CREATE OR REPLACE TRIGGER audit_heads_no_way_back BEFORE UPDATE ON audit_heads FOR EACH ROW
WHEN (NEW.sequence <= OLD.sequence OR NEW.subject <> OLD.subject) EXECUTE FUNCTION refuse_change('an audit chain never grows shorter');
CREATE OR REPLACE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit chain never grows shorter');
CREATE OR REPLACE TRIGGER audit_heads_no_truncate BEFORE TRUNCATE ON audit_heads
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit chain never grows shorter');
