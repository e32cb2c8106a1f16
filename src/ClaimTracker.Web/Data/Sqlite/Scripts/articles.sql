-- Claims and readings point to characters of an article's text.
DROP TRIGGER IF EXISTS articles_text_fixed;
CREATE TRIGGER articles_text_fixed BEFORE UPDATE OF text, text_hash ON articles
BEGIN SELECT RAISE(ABORT, 'an article''s text never changes'); END;

DROP TRIGGER IF EXISTS articles_no_replace;
CREATE TRIGGER articles_no_replace BEFORE INSERT ON articles WHEN EXISTS (SELECT 1 FROM articles a WHERE a.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an article is not replaced'); END;
