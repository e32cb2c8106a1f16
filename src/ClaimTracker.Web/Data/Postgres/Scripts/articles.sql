-- Claims and readings point to characters of an article's text.
CREATE OR REPLACE TRIGGER articles_text_fixed BEFORE UPDATE OF text, text_hash ON articles FOR EACH ROW
EXECUTE FUNCTION refuse_change('an article''s text never changes');
