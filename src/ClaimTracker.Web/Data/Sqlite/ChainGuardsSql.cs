namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>Keeps the head of each audit chain with the entry that moves it. Applied by the migration <c>AuditHeads</c>.</summary>
internal static class ChainGuardsSql
{
    public const string Up =
        """
        INSERT INTO audit_heads (subject, sequence, hash)
        SELECT subject, sequence, hash FROM audit_entries e
        WHERE NOT EXISTS (SELECT 1 FROM audit_entries later WHERE later.subject = e.subject AND later.sequence > e.sequence);

        CREATE TRIGGER audit_heads_keep AFTER INSERT ON audit_entries BEGIN
            INSERT INTO audit_heads (subject, sequence, hash) VALUES (NEW.subject, NEW.sequence, NEW.hash)
            ON CONFLICT (subject) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash;
        END;
        CREATE TRIGGER audit_heads_no_way_back BEFORE UPDATE ON audit_heads WHEN NEW.sequence <= OLD.sequence OR NEW.subject <> OLD.subject
        BEGIN SELECT RAISE(ABORT, 'an audit chain never grows shorter'); END;
        CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
        BEGIN SELECT RAISE(ABORT, 'an audit chain never grows shorter'); END;
        """;
}
