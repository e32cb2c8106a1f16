-- Full text, kept by the database and filled anew from the claims whenever this script is applied. The last word of a search is a beginning:
-- those up to eight letters have lists of their own, or else each search would put all their rows together first. Each row holds a word for
-- the hundred thousand that its number lies in (ClaimSearch.Span): two common words that never meet are then read no further back.
DROP TABLE IF EXISTS claim_search;
CREATE VIRTUAL TABLE claim_search USING fts5(wording, place, attributed, outlet, span, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5 6 7 8');
INSERT INTO claim_search (rowid, wording, place, attributed, outlet, span)
SELECT id, wording, details ->> 'place', details ->> 'attributedTo', outlet, 'ꙮ' || (id / 100000) FROM claims ORDER BY id;

DROP TRIGGER IF EXISTS claims_search_insert;
CREATE TRIGGER claims_search_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claim_search (rowid, wording, place, attributed, outlet, span)
    VALUES (NEW.id, NEW.wording, NEW.details ->> 'place', NEW.details ->> 'attributedTo', NEW.outlet, 'ꙮ' || (NEW.id / 100000));
END;

DROP TRIGGER IF EXISTS claims_search_update;
CREATE TRIGGER claims_search_update AFTER UPDATE OF wording ON claims WHEN OLD.wording <> NEW.wording BEGIN
    UPDATE claim_search SET wording = NEW.wording WHERE rowid = NEW.id;
END;
