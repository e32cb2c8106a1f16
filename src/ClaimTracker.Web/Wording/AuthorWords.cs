using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>
/// Says before a change who becomes an author by it, who may then approve, and whom to ask where too few would be left.
/// </summary>
public static class AuthorWords
{
    private const int Named = 5;

    /// <summary>The sentence for whoever is about to change the proposal.</summary>
    /// <param name="after">What the domain says of it.</param>
    /// <param name="needed">The approvals that it needs, as far as that is known.</param>
    /// <param name="atWork">Who can change a proposal now: people of the desk who are not deactivated.</param>
    /// <param name="administrators">Who gives roles.</param>
    public static string Of(
        AfterChange after,
        ApprovalsNeeded needed,
        IReadOnlyCollection<string> atWork,
        IReadOnlyCollection<string> administrators
    )
    {
        var you = after.IsAuthorAlready
            ? "You are an author of this version already and cannot approve it"
            : "If you change what its approvers read, you become an author of this version and cannot approve it";
        if (after.MayApprove.Count >= needed.Least)
            return $"{you}; {List(after.MayApprove, "or")} may then approve{needed.Words}.";
        var left =
            after.MayApprove.Count == 0
                ? "nobody would be left to approve it"
                : $"only {List(after.MayApprove, "and")} would be left to approve it{needed.Words}";
        List<string> ask = [];
        if (!after.IsAuthorAlready && after.Authors.Where(atWork.Contains).ToList() is { Count: > 0 } authors)
        {
            ask.Add(
                $"{List(authors, "or")}, who {(authors.Count == 1 ? "is an author" : "are authors")} already, to make the change"
            );
        }

        ask.Add(
            $"an administrator{(administrators.Count > 0 ? $" ({List(administrators, "or")})" : "")} to give somebody else the role that approves"
        );
        return $"{you}, and {left}. Ask {string.Join(", or ", ask)}.";
    }

    private static string List(IReadOnlyCollection<string> names, string before)
    {
        List<string> said = names.Count > Named ? [.. names.Take(Named - 1), $"{names.Count - Named + 1} others"] : [.. names];
        return said.Count == 1 ? said[0] : $"{string.Join(", ", said.SkipLast(1))} {before} {said[^1]}";
    }
}

/// <summary>The approvals that a version needs.</summary>
/// <param name="Least">At least so many.</param>
/// <param name="IsAll">True where no more are asked for; false where nobody can tell before.</param>
public sealed record ApprovalsNeeded(int Least, bool IsAll)
{
    /// <summary>What follows the names of those who approve; nothing where one approval is all.</summary>
    public string Words =>
        IsAll
            ? Least > 1
                ? $", and {Least} approvals are needed"
                : ""
            : $", and {Least} or more approvals are needed: the workflow says how many when it comes to that";
}
