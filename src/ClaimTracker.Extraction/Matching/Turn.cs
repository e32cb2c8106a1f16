namespace ClaimTracker.Extraction.Matching;

/// <summary>One turn of phrase: how it stands, and how it is to stand.</summary>
/// <param name="Pattern">What has to stand there: words in any form, A to C for nouns, and marks for figures and the
/// like.</param>
/// <param name="Written">What stands for it.</param>
/// <param name="Anchor">The key of the first word that it cannot be without.</param>
internal sealed record Turn(string[] Pattern, string[] Written, string Anchor)
{
    private static readonly string[] Wild =
    [
        "A",
        "B",
        "C",
        "FIGURE",
        "MEASURE",
        "SCORE",
        "WEAPON",
        "WORD",
        "THING",
        "DEED",
        "ACT",
        "END",
        "a",
    ];

    public bool OpensWithNoun => IsNoun(Pattern[0]);

    /// <summary>"long > short".</summary>
    public static Turn Read(string line)
    {
        var parts = line.Split('>', StringSplitOptions.TrimEntries);
        var pattern = parts[0].Split(' ');
        return new Turn(pattern, parts[1].Split(' '), Senses.Of(pattern.First(word => !Wild.Contains(word)), false));
    }

    public static bool IsNoun(string word) => word is "A" or "B" or "C";

    /// <summary>What stands for what was found.</summary>
    public List<Piece> Write(List<Piece> taken, Dictionary<string, List<Piece>> bound)
    {
        var own = taken.FindAll(piece => bound.Any(pair => !Wild.Contains(pair.Key) && pair.Value.Contains(piece)));
        var past = own.Exists(piece => piece.Past || piece.Plain is "was" or "were");
        var text = string.Join(' ', own.Select(piece => piece.Text));
        var written = Written
            .SelectMany(word => Wild.Contains(word) ? Inflected(word, bound[word], past) : [New(word, text, past)])
            .ToList();
        // "Tokyo's population is …": what owned does now.
        var first = IsNoun(Written[0]) ? bound[Written[0]].Count - 1 : 0;
        written[first] = written[first] with { Owner = false };
        return written;
    }

    // "Did not pay any" is "paid no": what was past by its helper is so by itself. "The sale of A" is that A was sold.
    private static IEnumerable<Piece> Inflected(string word, List<Piece> pieces, bool past) =>
        (word == "WORD" && past) || word is "DEED" or "ACT" ? pieces.Select(piece => piece with { Past = true }) : pieces;

    private static Piece New(string written, string text, bool past)
    {
        var word = written.TrimEnd('!');
        return new Piece(
            PieceKind.Word,
            text,
            word != "be" ? word
                : past ? "was"
                : "is",
            Senses.Of(word, false)
        )
        {
            Past = past && word != written,
        };
    }
}
