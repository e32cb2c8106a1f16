using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Something is the biggest, first, only or a record, within a scope that can be looked up.</summary>
internal sealed class Superlative : IClaimKind
{
    private const int Reach = 14;

    public string Id => "superlative";

    public int Rank => 60;

    public MustName MustName => MustName.Nothing;

    public string Because(ReadOnlySpan<char> words) => $"says that something is the first, the only or the most: {words}";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (sentence.IsAttribution(i) || !IsHighest(sentence, i))
                continue;
            var end = ScopeEnd(sentence, i);
            if (end > 0)
                into.Add(new KindReading(this, ScopeStart(sentence, i), end));
        }
    }

    private static bool IsHighest(SentenceView sentence, int word)
    {
        ref readonly var token = ref sentence.Tokens[word];
        if (!token.Is(WordClass.Superlative) || (token.Shape == TokenShape.Capitalized && word > 0))
            return false;
        if (
            sentence.WordIs(word, "least")
            || sentence.WordIs(word, "top")
            || sentence.WordIs(word, "latest")
            || sentence.WordIs(word, "best")
        )
        {
            return false;
        }

        var next = word + 1 < sentence.Tokens.Count ? sentence.Tokens[word + 1] : default;
        if (sentence.WordIs(word, "most"))
            return word > 0 && sentence.Tokens[word - 1].Is(WordClass.Determiner) && next.Shape == TokenShape.Word;
        if (sentence.WordIs(word, "only") || sentence.WordIs(word, "sole"))
            return IsOnlyOne(sentence, word);
        if (sentence.WordIs(word, "last"))
            return false;
        if (sentence.WordIs(word, "first"))
            return IsFirstEver(sentence, word, next);
        if (sentence.WordIs(word, "record"))
        {
            return word > 0
                && (sentence.WordIs(word - 1, "a") || sentence.WordIs(word - 1, "on") || sentence.WordIs(word - 1, "new"));
        }

        return true;
    }

    private static bool IsOnlyOne(SentenceView sentence, int word) =>
        word > 0
        && (
            sentence.WordIs(word - 1, "the")
            || sentence.Tokens[word - 1].IsPossessive
            || sentence.WordIs(word - 1, "its")
            || sentence.WordIs(word - 1, "their")
        );

    private static bool IsFirstEver(SentenceView sentence, int word, Token next) =>
        word > 0
        && (sentence.WordIs(word - 1, "the") || sentence.WordIs(word - 1, "its") || sentence.Tokens[word - 1].IsPossessive)
        && next.Shape == TokenShape.Word
        && !next.Is(WordClass.TimeWord)
        && !(
            sentence.WordIs(word + 1, "half")
            || sentence.WordIs(word + 1, "quarter")
            || sentence.WordIs(word + 1, "lady")
            || sentence.WordIs(word + 1, "round")
            || sentence.WordIs(word + 1, "step")
            || sentence.WordIs(word + 1, "place")
        );

    private static int ScopeStart(SentenceView sentence, int word)
    {
        var start = word;
        while (
            start > 0
            && word - start < 4
            && (sentence.Tokens[start - 1].Is(WordClass.Determiner) || sentence.Tokens[start - 1].IsPossessive)
        )
        {
            start--;
        }

        return start;
    }

    /// <summary>
    /// The end of what makes it checkable: "in more than a month", "since 1884", "of the country"; 0 where nothing does.
    /// </summary>
    private static int ScopeEnd(SentenceView sentence, int word)
    {
        var owned =
            word > 0
            && (
                sentence.Tokens[word - 1].IsPossessive
                || sentence.WordIs(word, "only")
                || sentence.WordIs(word, "sole")
                || sentence.WordIs(word, "record")
            );
        var limit = Math.Min(sentence.Tokens.Count, word + Reach);
        var scope = 0;
        for (var i = word + 1; i < limit && sentence.Tokens[i].Shape != TokenShape.Quote; i++)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) is ',' or ';' or '.' or ':')
                break;
            if (
                sentence.WordIs(i, "in")
                || sentence.WordIs(i, "since")
                || sentence.WordIs(i, "of")
                || sentence.WordIs(i, "ever")
                || sentence.WordIs(i, "on")
                || sentence.WordIs(i, "for")
                || sentence.WordIs(i, "to")
                || sentence.WordIs(i, "among")
            )
            {
                scope = sentence.ClauseEnd(i);
            }
        }

        return scope > 0 ? scope
            : owned ? Math.Min(limit, sentence.ClauseEnd(word))
            : 0;
    }
}
