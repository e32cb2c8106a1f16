using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>
/// Finds the parts of a sentence that could stand alone: what a comma sets off and a participle, a relative or a superlative
/// opens.
/// </summary>
internal static class InsertedParts
{
    private const int Shortest = 3;

    public static void Find(SentenceView sentence, List<(int First, int End)> into)
    {
        into.Clear();
        for (var i = 0; i + Shortest < sentence.Tokens.Count; i++)
        {
            if (IsSecondTrend(sentence, i) || IsSecondCount(sentence, i) || SecondFigure.Before(sentence, i).End > 0)
                into.Add((i, EndOf(sentence, i, ',')));
            var mark = sentence.Tokens.MarkAt(sentence.Text, i);
            if (mark is not (',' or ';' or '–' or '—' or '-') || sentence.Tokens[i].InQuote)
                continue;
            var first = i + 1;
            if (mark != ';' && !Opens(sentence, first))
                continue;
            var end = EndOf(sentence, first, mark);
            if (end - first >= Shortest)
                into.Add((first, end));
        }
    }

    /// <summary>"… but fell 3% in Hull": a second verb of rising and falling behind "but" or "and", without a subject.</summary>
    public static bool IsSecondTrend(SentenceView sentence, int index) =>
        index + Shortest < sentence.Tokens.Count
        && (sentence.WordIs(index, "but") || sentence.WordIs(index, "and"))
        && !sentence.Tokens[index].InQuote
        && (
            (IsPastTrend(sentence, index + 1) && FirstTrend(sentence, index) > 0)
            || (
                IsPastDeed(sentence, index + 1)
                && FirstTrend(sentence, index) is > 0 and var first
                && HasFigure(sentence, first, index)
                && HasFigure(sentence, index + 1, sentence.Tokens.Count)
            )
        );

    /// <summary>"… burst on Tuesday and 900 people drowned": a figure with a verb of its own, behind a verb.</summary>
    private static bool IsSecondCount(SentenceView sentence, int index)
    {
        if (
            index + Shortest >= sentence.Tokens.Count
            || !sentence.WordIs(index, "and")
            || sentence.Tokens[index].InQuote
            || !(sentence.Tokens[index + 1].Shape == TokenShape.Number || sentence.Tokens[index + 1].Is(WordClass.NumberWord))
            || FirstTrend(sentence, index) < 0
        )
        {
            return false;
        }

        for (var i = index + 2; i < Math.Min(sentence.Tokens.Count, index + 5); i++)
        {
            if (sentence.WordIs(i, "was") || sentence.WordIs(i, "were") || IsPastVerb(sentence, i))
                return true;
            if (sentence.Tokens[i].Shape != TokenShape.Word)
                return false;
        }

        return false;
    }

    private static bool HasFigure(SentenceView sentence, int first, int end)
    {
        foreach (var quantity in sentence.Quantities)
        {
            var (at, _) = sentence.TokensOf(quantity.Span);
            if (at >= first && at < end)
                return true;
        }

        return false;
    }

    private const WordClass Past = WordClass.PastVerb | WordClass.EndsInEd | WordClass.Event;
    private const WordClass NoDeed = WordClass.Auxiliary | WordClass.Say | WordClass.WeakSay | WordClass.Intention;

    private static bool IsPastVerb(SentenceView sentence, int index) =>
        sentence.Tokens[index].Is(Past)
        && !sentence.Tokens[index].Is(NoDeed)
        && !sentence.Tokens[index].IsName
        && !(index > 0 && sentence.Tokens[index - 1].Is(WordClass.Determiner | WordClass.Auxiliary));

    private static bool IsPastDeed(SentenceView sentence, int index) =>
        IsPastVerb(sentence, index) && !sentence.Tokens[index].Is(WordClass.Casualty);

    /// <summary>
    /// The first such verb of the sentence, whose subject opens it; -1 where another verb or a comma comes first.
    /// </summary>
    public static int FirstTrend(SentenceView sentence, int end)
    {
        // "While the guild ruled, …": the clause is none of the halves.
        if (sentence.Tokens[sentence.Opening].Is(WordClass.Subordinator | WordClass.Conjunction))
            return -1;
        for (var i = sentence.Opening; i < end; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (IsPastTrend(sentence, i) || IsPastVerb(sentence, i))
                return i > sentence.Opening && !sentence.IsAttribution(i) && sentence.Cue.Weight == 0 ? i : -1;
            if (!token.IsWord || (token.Is(WordClass.Auxiliary | WordClass.Relative | WordClass.Pronoun) && !token.IsName))
                return -1;
        }

        return -1;
    }

    private static bool IsPastTrend(SentenceView sentence, int index) =>
        sentence.Tokens[index].Is(WordClass.Trend)
        && !sentence.Tokens[index].IsName
        && (
            sentence.Tokens[index].Is(WordClass.EndsInEd | WordClass.PastVerb)
            || sentence.WordIs(index, "rose")
            || sentence.WordIs(index, "fell")
            || sentence.WordIs(index, "grew")
            || sentence.WordIs(index, "shrank")
        )
        && !(index > 0 && sentence.Tokens[index - 1].Is(WordClass.Determiner | WordClass.Auxiliary));

    private static bool Opens(SentenceView sentence, int first)
    {
        ref readonly var token = ref sentence.Tokens[first];
        if (token.IsName)
            return OpensWithSuperlative(sentence, first);
        if (token.Is(WordClass.EndsInEd) && sentence.WordIs(first + 1, "by"))
            return true;
        if (sentence.WordIs(first, "home") && sentence.WordIs(first + 1, "to"))
            return true;
        if (Addition.Verb(sentence, first) > 0)
            return true;
        if (RelativeClause.Head(sentence, first).End > 0)
            return true;
        if (sentence.WordIs(first, "while") || sentence.WordIs(first, "whereas"))
            return true;
        if (sentence.WordIs(first, "and") || sentence.WordIs(first, "but") || IsWhere(sentence, first))
            return HasOwnVerb(sentence, first + 1);
        return OpensWithSuperlative(sentence, first);
    }

    /// <summary>"… reached Tuscany, where it killed 11".</summary>
    public static bool IsWhere(SentenceView sentence, int first) =>
        first > 2
        && sentence.WordIs(first, "where")
        && sentence.Tokens.MarkAt(sentence.Text, first - 1) == ','
        && sentence.Tokens[first - 2].IsName;

    private static bool OpensWithSuperlative(SentenceView sentence, int first)
    {
        for (var i = first; i < Math.Min(sentence.Tokens.Count, first + 4); i++)
        {
            if (sentence.Tokens[i].Is(WordClass.Superlative) && (i > first || sentence.Tokens[i].Shape == TokenShape.Word))
                return true;
            if (
                !sentence.Tokens[i].Is(WordClass.Determiner | WordClass.Relative | WordClass.Auxiliary)
                && !sentence.Tokens[i].IsPossessive
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A subject and a verb follow within a few words: the part is a sentence of its own.</summary>
    private static bool HasOwnVerb(SentenceView sentence, int first)
    {
        first = BehindBound(sentence, first);
        if (
            first >= sentence.Tokens.Count
            || sentence
                .Tokens[first]
                .Is(WordClass.Preposition | WordClass.EndsInEd | WordClass.Auxiliary | WordClass.PastVerb | WordClass.Adverb)
        )
        {
            return false;
        }

        for (var i = first + 1; i < Math.Min(sentence.Tokens.Count, first + 9); i++)
        {
            if (
                sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Event)
                && !sentence.Tokens[i].IsName
            )
            {
                return true;
            }

            if (sentence.Tokens.MarkAt(sentence.Text, i) is ',' or ';')
                return false;
        }

        return false;
    }

    /// <summary>"and at least six people died", "and nearly 400 homes burned": the subject's figure.</summary>
    private static int BehindBound(SentenceView sentence, int first)
    {
        var figure =
            sentence.WordIs(first, "at") && (sentence.WordIs(first + 1, "least") || sentence.WordIs(first + 1, "most"))
                ? first + 2
                : first + 1;
        return
            figure < sentence.Tokens.Count
            && (sentence.Tokens[figure].Shape == TokenShape.Number || sentence.Tokens[figure].Is(WordClass.NumberWord))
            && sentence.Tokens[first].Is(WordClass.Preposition | WordClass.Adverb)
            ? figure
            : first;
    }

    private static int EndOf(SentenceView sentence, int first, char mark)
    {
        var clause = mark == ',' || mark == ';';
        // "while …" and "and …" open a clause with commas of its own; an insertion ends at the next one.
        var whole =
            sentence.Tokens[first].Is(WordClass.Conjunction | WordClass.Subordinator) || Addition.Verb(sentence, first) > 0;
        for (var i = first; i < sentence.Tokens.Count; i++)
        {
            var next = sentence.Tokens.MarkAt(sentence.Text, i);
            if (next == ';' || (next == '.' && i == sentence.Tokens.Count - 1) || sentence.IsAttribution(i))
                return i > first && sentence.Tokens.MarkAt(sentence.Text, i - 1) == ',' ? i - 1 : i;
            if (clause ? next == ',' && mark == ',' && !whole && !IsWithinDate(sentence, i) : next == mark)
                return i;
        }

        return sentence.Tokens.Count;
    }

    private static bool IsWithinDate(SentenceView sentence, int comma) =>
        comma > 0
        && comma + 1 < sentence.Tokens.Count
        && sentence.Tokens[comma - 1].Shape == TokenShape.Number
        && sentence.Tokens[comma + 1].Shape == TokenShape.Number;
}
