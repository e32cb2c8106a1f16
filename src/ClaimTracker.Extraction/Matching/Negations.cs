namespace ClaimTracker.Extraction.Matching;

/// <summary>Brings what denies to "not" before what is denied: "uninsured", "failed to reach", "without injuring".</summary>
internal static class Negations
{
    private const string Prefix = "un";
    private const int Shortest = 6;
    private static readonly string[] Endings =
    [
        "ed",
        "able",
        "ible",
        "safe",
        "fit",
        "paid",
        "known",
        "sold",
        "done",
        "hurt",
        "aware",
        "clear",
        "likely",
        "willing",
        "certain",
        "popular",
        "successful",
        "fair",
        "true",
        "seen",
        "written",
    ];

    private static readonly Dictionary<string, string> Others = new()
    {
        ["illegal"] = "legal",
        ["illicit"] = "legal",
        ["unlawful"] = "legal",
        ["incomplete"] = "complete",
        ["inaccurate"] = "accurate",
        ["impossible"] = "possible",
        ["ineligible"] = "eligible",
        ["insufficient"] = "sufficient",
        ["invalid"] = "valid",
        ["inactive"] = "active",
        ["disloyal"] = "loyal",
        ["dishonest"] = "honest",
        ["disagreed"] = "agreed",
        ["disapproved"] = "approved",
        ["disobeyed"] = "obeyed",
        ["disproved"] = "proved",
    };

    // These do not deny what is left of them.
    private static readonly HashSet<string> Whole =
    [
        "united",
        "unearthed",
        "unfolded",
        "unlocked",
        "unified",
        "universe",
        "unique",
        "unveiled",
        "undertook",
        "unemployed",
        "unleashed",
        "unloaded",
        "uncovered",
    ];

    private static readonly Piece Not = new(PieceKind.Word, "", "not", Senses.Of("not", false));

    /// <summary>Rewrites a statement.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsWord || pieces[i].Name)
                continue;
            if (
                i + 2 < pieces.Count
                && pieces[i].Plain is "failed" or "fails" or "fail" or "failing"
                && pieces[i + 1].Plain == "to"
            )
            {
                var past = pieces[i].Past;
                pieces[i] = Not with { Text = pieces[i].Text };
                pieces[i + 2] = pieces[i + 2] with { Past = past };
                pieces.RemoveAt(i + 1);
            }
            else if (
                i + 1 < pieces.Count
                && pieces[i].Plain == "without"
                && pieces[i + 1].Plain.EndsWith("ing", StringComparison.Ordinal)
            )
            {
                pieces[i] = Not with { Text = pieces[i].Text };
            }
            else if (Denied(pieces[i].Plain) is { } denied)
            {
                var whole = pieces[i];
                pieces[i] = whole with
                {
                    Plain = denied,
                    Key = Senses.Of(denied, false),
                    Common = Senses.Of(denied, false),
                    Past = VerbForms.IsPast(denied),
                };
                pieces.Insert(i++, Not with { Text = whole.Text });
            }
        }
    }

    private static string? Denied(string plain) =>
        Others.TryGetValue(plain, out var denied) ? denied
        : plain.Length >= Shortest
        && plain.StartsWith(Prefix, StringComparison.Ordinal)
        && !plain.StartsWith("under", StringComparison.Ordinal)
        && !Whole.Contains(plain)
        && Array.Exists(Endings, ending => plain.EndsWith(ending, StringComparison.Ordinal))
            ? plain[Prefix.Length..]
        : null;
}
