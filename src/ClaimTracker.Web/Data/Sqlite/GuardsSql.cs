namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>
/// What the database itself refuses, and the full text that it keeps. Applied by the migration <c>Guards</c>; a change needs a new migration.
/// </summary>
internal static class GuardsSql
{
    public const string Up =
        """
        CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
        CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;

        CREATE TRIGGER verdicts_published_fixed BEFORE UPDATE OF version, rating, rationale, change_reason, proposed_by, claim_id ON verdicts
        WHEN OLD.status <> 'Proposed' AND (OLD.version, OLD.rating, OLD.rationale, OLD.change_reason, OLD.proposed_by, OLD.claim_id)
            IS NOT (NEW.version, NEW.rating, NEW.rationale, NEW.change_reason, NEW.proposed_by, NEW.claim_id)
        BEGIN SELECT RAISE(ABORT, 'a verdict that was decided is only superseded'); END;
        CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
        BEGIN SELECT RAISE(ABORT, 'verdicts are never deleted'); END;

        CREATE TRIGGER approvals_not_by_author BEFORE INSERT ON approvals
        WHEN EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND NEW."by" IN (v.proposed_by, ifnull(v.edited_by, v.proposed_by)))
        BEGIN SELECT RAISE(ABORT, 'who proposed a verdict never approves it'); END;

        CREATE TRIGGER evidence_fixed BEFORE UPDATE OF source, url, quote, stance, "group", quotes_us, claim_id ON evidence
        WHEN (OLD.source, OLD.url, OLD.quote, OLD.stance, OLD."group", OLD.quotes_us, OLD.claim_id)
            IS NOT (NEW.source, NEW.url, NEW.quote, NEW.stance, NEW."group", NEW.quotes_us, NEW.claim_id)
        BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, not edited'); END;

        CREATE TRIGGER articles_text_fixed BEFORE UPDATE OF text, text_hash ON articles
        BEGIN SELECT RAISE(ABORT, 'an article''s text never changes'); END;

        CREATE VIRTUAL TABLE claim_search USING fts5(wording, place, attributed, outlet, tokenize = 'unicode61 remove_diacritics 2');
        CREATE TRIGGER claims_search_insert AFTER INSERT ON claims BEGIN
            INSERT INTO claim_search (rowid, wording, place, attributed, outlet)
            VALUES (NEW.id, NEW.wording, NEW.details ->> 'place', NEW.details ->> 'attributedTo', NEW.outlet);
        END;
        CREATE TRIGGER claims_search_update AFTER UPDATE OF wording ON claims WHEN OLD.wording <> NEW.wording BEGIN
            UPDATE claim_search SET wording = NEW.wording WHERE rowid = NEW.id;
        END;
        """;
}
