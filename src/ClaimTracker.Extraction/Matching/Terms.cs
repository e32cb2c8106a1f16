namespace ClaimTracker.Extraction.Matching;

/// <summary>What a statement is searched by: its words, the initials of its names, and its figures by value.</summary>
internal static class Terms
{
    /// <summary>The terms of a statement with its title.</summary>
    public static List<MatchWord> Of(MatchText statement)
    {
        var terms = new List<MatchWord>();
        if (statement.Title is { Length: > 0 } title)
            Add(title, terms);
        Add(statement.Text, terms);
        return terms;
    }

    private static void Add(string written, List<MatchWord> into)
    {
        var text = PostSignature.Without(MatchText.Compared(written));
        var words = new List<MatchWord>();
        WordReader.Read(text, words);
        Acronyms.Add(words);
        Values.Add(text, words);
        into.AddRange(words);
    }
}
