namespace ClaimTracker.Domain;

/// <summary>
/// The one rule of who may not judge a version, whoever asks it: verdict, engine, bars, pages, queue. The databases' triggers ask the rows.
/// </summary>
public static class Authorship
{
    /// <summary>True where <paramref name="name"/> is among the authors. No two people's names differ by capitals alone.</summary>
    public static bool Includes(IEnumerable<string> authors, string name) => authors.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a person may not judge a version, in words; null where the person is no author of it.</summary>
    public static Refusal? Bar(Verdict verdict, string name) =>
        !verdict.IsAuthor(name) ? null
        : Includes([verdict.ProposedBy], name) ? new Refusal("own-verdict", "You proposed this verdict, so somebody else has to decide on it.")
        : new Refusal("own-verdict", "You changed this verdict after it was proposed, so somebody else has to decide on it.");
}
