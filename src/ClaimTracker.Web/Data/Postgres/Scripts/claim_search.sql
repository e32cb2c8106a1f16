-- Full text, kept by the database and filled anew from the claims whenever this script is applied. A table of its own, since a GIN index
-- on a row that changes often makes every change slow. In parts of 65,536 claims, each with an index of its own: one index over all is read
-- along the whole lists of two common words that never meet.
DROP TABLE IF EXISTS claim_search;
CREATE TABLE claim_search (claim_id bigint PRIMARY KEY REFERENCES claims (id), document tsvector NOT NULL) PARTITION BY RANGE (claim_id);
DO $$ BEGIN
    FOR part IN 0..63 LOOP
        EXECUTE format('CREATE TABLE claim_search_%s PARTITION OF claim_search FOR VALUES FROM (%s) TO (%s)', part, part * 65536, (part + 1) * 65536);
    END LOOP;
END $$;
CREATE TABLE claim_search_rest PARTITION OF claim_search DEFAULT;
INSERT INTO claim_search (claim_id, document)
SELECT id, to_tsvector('simple', concat_ws(' ', wording, details::json ->> 'place', details::json ->> 'attributedTo', outlet)) FROM claims;
CREATE INDEX ix_claim_search_document ON claim_search USING gin (document);

CREATE OR REPLACE FUNCTION keep_claim_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO claim_search (claim_id, document)
    VALUES (NEW.id, to_tsvector('simple', concat_ws(' ', NEW.wording, NEW.details::json ->> 'place', NEW.details::json ->> 'attributedTo', NEW.outlet)))
    ON CONFLICT (claim_id) DO UPDATE SET document = EXCLUDED.document;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER claims_search_insert AFTER INSERT ON claims FOR EACH ROW EXECUTE FUNCTION keep_claim_search();
CREATE OR REPLACE TRIGGER claims_search_update AFTER UPDATE OF wording ON claims FOR EACH ROW
WHEN (OLD.wording <> NEW.wording) EXECUTE FUNCTION keep_claim_search();
