-- Full text, kept by the database and filled anew from the claims whenever this script is applied. The last word of a search is a beginning:
-- short ones stand in nearly every claim, and have lists of their own, or else each search would put all their rows together first.
DROP TABLE IF EXISTS claim_search;
CREATE VIRTUAL TABLE claim_search USING fts5(wording, place, attributed, outlet, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
INSERT INTO claim_search (rowid, wording, place, attributed, outlet)
SELECT id, wording, details ->> 'place', details ->> 'attributedTo', outlet FROM claims ORDER BY id;

DROP TRIGGER IF EXISTS claims_search_insert;
CREATE TRIGGER claims_search_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claim_search (rowid, wording, place, attributed, outlet)
    VALUES (NEW.id, NEW.wording, NEW.details ->> 'place', NEW.details ->> 'attributedTo', NEW.outlet);
END;

DROP TRIGGER IF EXISTS claims_search_update;
CREATE TRIGGER claims_search_update AFTER UPDATE OF wording ON claims WHEN OLD.wording <> NEW.wording BEGIN
    UPDATE claim_search SET wording = NEW.wording WHERE rowid = NEW.id;
END;
