using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Cuts a page into sentences where the kept page is cut, as far as it says the same: a full stop came or went with an
/// abbreviation ("24 hours. Store", "24 hrs. Store"), a colon for a full stop.
/// </summary>
internal static class SentenceBounds
{
    private const int MostJoined = 3;

    /// <summary>The page's statements, those that the kept page does not know cut or joined as it has them.</summary>
    public static PageStatements Like(PageStatements kept, PageStatements page)
    {
        page.ReadAs(kept);
        var cuts = new Dictionary<int, List<TextSpan>>();
        foreach (var block in page.All.GroupBy(s => s.BlockIndex))
        {
            var statements = block.ToList();
            if (statements[0].Block.Kind is BlockKind.Row or BlockKind.Field)
                continue;
            if (statements.TrueForAll(s => !kept.Lacks(s.Key)))
                continue;
            var spans = Cut(kept, statements);
            if (spans.Count != statements.Count)
                cuts[block.Key] = spans;
        }

        if (cuts.Count == 0)
            return page;
        var cut = new PageStatements(page.Page, page.Blocks, cuts);
        cut.ReadAs(kept);
        return cut;
    }

    private static List<TextSpan> Cut(PageStatements kept, List<PageStatement> statements)
    {
        var spans = new List<TextSpan>();
        for (var i = 0; i < statements.Count; i++)
        {
            var one = statements[i];
            if (!kept.Lacks(one.Key))
            {
                spans.Add(one.Span);
            }
            else if (Joined(kept, statements, i) is > 1 and var joined)
            {
                spans.Add(new TextSpan(one.Span.Start, statements[i + joined - 1].Span.End));
                i += joined - 1;
            }
            else
            {
                spans.AddRange(Parts(kept, one) ?? [one.Span]);
            }
        }

        return spans;
    }

    // How many of them are one sentence of the kept page; 1 for none.
    private static int Joined(PageStatements kept, List<PageStatement> statements, int first)
    {
        List<PlainWord> words = [.. statements[first].Words];
        for (var count = 2; count <= MostJoined && first + count <= statements.Count; count++)
        {
            words.AddRange(statements[first + count - 1].Words);
            if (!kept.Lacks(PageStatement.KeyOf(words)))
                return count;
        }

        return 1;
    }

    // Sentences of the kept page that stand in it as one; null where it is anything else.
    private static List<TextSpan>? Parts(PageStatements kept, PageStatement s)
    {
        List<TextSpan> parts = [];
        var from = 0;
        for (var at = 1; at <= s.Words.Count; at++)
        {
            if (at < s.Words.Count && !IsBound(s.Text, s.Words[at - 1], s.Words[at]))
                continue;
            if (kept.Lacks(PageStatement.KeyOf(s.Words.GetRange(from, at - from))))
                continue;
            var start = parts.Count == 0 ? s.Span.Start : parts[^1].End;
            parts.Add(new TextSpan(start, at == s.Words.Count ? s.Span.End : s.Span.Start + s.Words[at].Span.Start));
            from = at;
        }

        return from == s.Words.Count && parts.Count > 1 ? parts : null;
    }

    private static bool IsBound(string text, PlainWord before, PlainWord after) =>
        after.Capital
        || (
            after.Span.Start > before.Span.End - 1
            && text.AsSpan(before.Span.End - 1, after.Span.Start - before.Span.End + 1).IndexOfAny(".!?:;") >= 0
        );
}
