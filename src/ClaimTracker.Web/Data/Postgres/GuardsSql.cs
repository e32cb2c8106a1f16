namespace ClaimTracker.Web.Data.Postgres;

/// <summary>
/// What the database itself refuses, and the full text that it keeps, in a table of its own since a GIN index on a row that changes
/// often makes every change slow. Applied by the migration <c>Guards</c>; a change needs a new migration.
/// </summary>
internal static class GuardsSql
{
    public const string Up =
        """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

        CREATE TRIGGER audit_entries_fixed BEFORE UPDATE OR DELETE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change('audit entries are never changed or deleted');
        CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('audit entries are never changed or deleted');

        CREATE TRIGGER verdicts_published_fixed BEFORE UPDATE ON verdicts FOR EACH ROW
        WHEN (OLD.status <> 'Proposed' AND (OLD.version, OLD.rating, OLD.rationale, OLD.change_reason, OLD.proposed_by, OLD.claim_id)
            IS DISTINCT FROM (NEW.version, NEW.rating, NEW.rationale, NEW.change_reason, NEW.proposed_by, NEW.claim_id))
        EXECUTE FUNCTION refuse_change('a verdict that was decided is only superseded');
        CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
        FOR EACH ROW EXECUTE FUNCTION refuse_change('verdicts are never deleted');

        CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.verdict_id AND NEW."by" IN (v.proposed_by, v.edited_by)) THEN
                RAISE EXCEPTION 'who proposed a verdict never approves it';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER approvals_not_by_author BEFORE INSERT ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();

        CREATE TRIGGER evidence_fixed BEFORE UPDATE ON evidence FOR EACH ROW
        WHEN ((OLD.source, OLD.url, OLD.quote, OLD.stance, OLD."group", OLD.quotes_us, OLD.claim_id)
            IS DISTINCT FROM (NEW.source, NEW.url, NEW.quote, NEW.stance, NEW."group", NEW.quotes_us, NEW.claim_id))
        EXECUTE FUNCTION refuse_change('evidence is withdrawn, not edited');

        CREATE TRIGGER articles_text_fixed BEFORE UPDATE OF text, text_hash ON articles FOR EACH ROW
        EXECUTE FUNCTION refuse_change('an article''s text never changes');

        CREATE TABLE claim_search (claim_id bigint PRIMARY KEY REFERENCES claims (id), document tsvector NOT NULL);
        CREATE INDEX ix_claim_search_document ON claim_search USING gin (document);
        CREATE FUNCTION keep_claim_search() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO claim_search (claim_id, document)
            VALUES (NEW.id, to_tsvector('simple', concat_ws(' ', NEW.wording, NEW.details::json ->> 'place', NEW.details::json ->> 'attributedTo', NEW.outlet)))
            ON CONFLICT (claim_id) DO UPDATE SET document = EXCLUDED.document;
            RETURN NEW;
        END $$;
        CREATE TRIGGER claims_search_insert AFTER INSERT ON claims FOR EACH ROW EXECUTE FUNCTION keep_claim_search();
        CREATE TRIGGER claims_search_update AFTER UPDATE OF wording ON claims FOR EACH ROW
        WHEN (OLD.wording <> NEW.wording) EXECUTE FUNCTION keep_claim_search();
        """;
}
