namespace ClaimTracker.Web.Data.Postgres;

/// <summary>Keeps the head of each audit chain with the entry that moves it. Applied by the migration <c>AuditHeads</c>.</summary>
internal static class ChainGuardsSql
{
    public const string Up =
        """
        INSERT INTO audit_heads (subject, sequence, hash)
        SELECT DISTINCT ON (subject) subject, sequence, hash FROM audit_entries ORDER BY subject, sequence DESC;

        CREATE FUNCTION keep_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO audit_heads (subject, sequence, hash) VALUES (NEW.subject, NEW.sequence, NEW.hash)
            ON CONFLICT (subject) DO UPDATE SET sequence = EXCLUDED.sequence, hash = EXCLUDED.hash;
            RETURN NULL;
        END $$;
        CREATE TRIGGER audit_heads_keep AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION keep_audit_head();
        CREATE TRIGGER audit_heads_no_way_back BEFORE UPDATE ON audit_heads FOR EACH ROW
        WHEN (NEW.sequence <= OLD.sequence OR NEW.subject <> OLD.subject) EXECUTE FUNCTION refuse_change('an audit chain never grows shorter');
        CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
        FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit chain never grows shorter');
        CREATE TRIGGER audit_heads_no_truncate BEFORE TRUNCATE ON audit_heads
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit chain never grows shorter');
        """;
}
