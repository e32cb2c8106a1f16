namespace ClaimTracker.Domain;

/// <summary>
/// The one rule of who may not judge a version, whoever asks it: verdict, engine, bars, pages, queue. The databases' triggers ask
/// the rows.
/// </summary>
public static class Authorship
{
    /// <summary>What becomes of a version once <paramref name="name"/> has changed what its approvers read.</summary>
    /// <param name="verdict">The version, with its authors.</param>
    /// <param name="name">Who would change it.</param>
    /// <param name="approvers">Who holds the role that approves it.</param>
    public static AfterChange AfterChangeBy(Verdict verdict, string name, IEnumerable<string> approvers) =>
        new(
            verdict.IsAuthor(name),
            [.. approvers.Where(other => !PersonName.Among([.. verdict.AuthorNames, name], other))],
            verdict.AuthorNames
        );

    /// <summary>Why a person may not judge a version, in words; null where the person is no author of it.</summary>
    public static Refusal? Bar(Verdict verdict, string name) =>
        !verdict.IsAuthor(name) ? null
        : PersonName.Same(verdict.ProposedBy, name)
            ? new Refusal("own-verdict", "You proposed this verdict, so somebody else has to decide on it.")
        : new Refusal("own-verdict", "You changed this verdict after it was proposed, so somebody else has to decide on it.");

    /// <summary>
    /// Why a person may not do what takes an editor who is no author of a version; null for whoever may. Its authors would judge
    /// their own work by it.
    /// </summary>
    /// <param name="verdict">The version.</param>
    /// <param name="by">Who would do it.</param>
    /// <param name="why">What makes it an editor's: a sentence without its end, e.g. "The public verdict stands on this".</param>
    /// <param name="does">What the editor does, e.g. "confirms it".</param>
    public static Refusal? BarEditor(Verdict verdict, Actor by, string why, string does) =>
        !by.Is(Roles.Editor) ? new Refusal("wrong-role", $"{why}: an editor who is no author of that verdict {does}.")
        : verdict.IsAuthor(by.Name)
            ? new Refusal("own-verdict", $"{why}, and you are an author of that verdict: another editor {does}.")
        : null;
}

/// <summary>Who could approve a version after a change of it.</summary>
/// <param name="IsAuthorAlready">True where whoever would make the change is an author as it is.</param>
/// <param name="MayApprove">Who holds the role that approves and would be no author.</param>
/// <param name="Authors">Its authors before the change: if one of them makes it, nobody more is kept from approving.</param>
public sealed record AfterChange(bool IsAuthorAlready, IReadOnlyList<string> MayApprove, IReadOnlyList<string> Authors);
