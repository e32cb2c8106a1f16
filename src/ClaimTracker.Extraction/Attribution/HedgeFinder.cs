using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Finds words that soften a statement: "reportedly", "is said to", "could not be verified", "might".</summary>
internal static class HedgeFinder
{
    public static void Find(SentenceView sentence, List<TextSpan> into)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (!token.IsWord || (sentence.IsAttribution(i) && !token.Is(WordClass.Hedge)))
                continue;
            var end = EndOf(sentence, i);
            if (end <= i)
                continue;
            into.Add(new TextSpan(token.Start, sentence.Tokens[end - 1].End));
            i = end - 1;
        }
    }

    private static int EndOf(SentenceView sentence, int index)
    {
        ref readonly var token = ref sentence.Tokens[index];
        if (IsUnchecked(sentence, index, out var end))
            return end;
        if (token.Is(WordClass.Hedge) && !token.IsName)
            return IsPlainThought(sentence, index) ? index : index + 1;
        if (
            token.Is(WordClass.Modal)
            && token.Shape == TokenShape.Word
            && !sentence.WordIs(index, "can")
            && !sentence.WordIs(index, "must")
        )
        {
            return index + 1;
        }

        if (
            sentence.WordIs(index, "said")
            && sentence.WordIs(index + 1, "to")
            && index > 0
            && sentence.Tokens[index - 1].Is(WordClass.Auxiliary)
        )
        {
            return index + 2;
        }

        return index;
    }

    /// <summary>"he thought that …" is someone's view; "is thought to" softens.</summary>
    private static bool IsPlainThought(SentenceView sentence, int index) =>
        (sentence.WordIs(index, "believed") || sentence.WordIs(index, "thought") || sentence.WordIs(index, "suspected"))
        && (index == 0 || !sentence.Tokens[index - 1].Is(WordClass.Auxiliary));

    /// <summary>"unable to confirm", "could not be verified", "has yet to confirm", "not immediately clear".</summary>
    private static bool IsUnchecked(SentenceView sentence, int index, out int end)
    {
        end = index;
        // All words are asked, and few begin so.
        if ((sentence.Text[sentence.Tokens[index].Start] | 0x20) is not ('u' or 'n' or 'y' or 'c'))
            return false;
        if (
            !sentence.WordIs(index, "unable")
            && !sentence.WordIs(index, "not")
            && !sentence.WordIs(index, "yet")
            && !sentence.WordIs(index, "cannot")
        )
        {
            return false;
        }

        for (var i = index + 1; i < Math.Min(sentence.Tokens.Count, index + 6); i++)
        {
            if (!IsCheck(sentence, i))
                continue;
            end = i + 1;
            return true;
        }

        return false;
    }

    private static bool IsCheck(SentenceView sentence, int index) =>
        sentence.WordIs(index, "confirm")
        || sentence.WordIs(index, "confirmed")
        || sentence.WordIs(index, "verify")
        || sentence.WordIs(index, "verified")
        || sentence.WordIs(index, "clear")
        || sentence.WordIs(index, "corroborate");
}
