namespace ClaimTracker.Domain;

/// <summary>
/// What a person has typed into a claim's working page and not yet sent: one for each claim and person, so that nothing typed
/// there is lost.
/// </summary>
public sealed class Draft
{
    /// <summary>The refusal's code where a page is older than what is kept.</summary>
    public const string OlderPage = "older-page";

    private Draft() { }

    /// <summary>A person's draft for a claim.</summary>
    public Draft(long claimId, string person) => (ClaimId, Person) = (claimId, person);

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    public string Person { get; private set; } = "";

    /// <summary>The page's field to what was typed into it; replaced whole.</summary>
    public Dictionary<string, string> Fields { get; private set; } = [];

    /// <summary>
    /// How often it was changed. A page that knows of fewer is older than what is kept here, so the row stays when it is empty.
    /// </summary>
    public int Saves { get; private set; }

    public DateTime SavedAt { get; private set; }

    /// <summary>
    /// Keeps what a page holds. Refused with <see cref="OlderPage"/> where the page knows of fewer saves than there were and
    /// holds something else than what is kept: nothing that was written later is written over.
    /// </summary>
    public Result Save(IReadOnlyDictionary<string, string> fields, int known, DateTime now)
    {
        if (fields.Count == Fields.Count && fields.All(field => Fields.GetValueOrDefault(field.Key) == field.Value))
            return Result.Ok;
        if (known < Saves)
        {
            return Result.Refused(
                OlderPage,
                $"You saved this page in another window on {MomentText.Of(SavedAt)}, after this one was "
                    + "opened. Nothing was written over, and what you typed here is not saved."
            );
        }

        Replace(fields, now);
        return Result.Ok;
    }

    /// <summary>Takes out what was sent or thrown away.</summary>
    public void TakeOut(Func<string, bool> isSent, DateTime now)
    {
        if (Fields.Keys.Any(isSent))
            Replace(Fields.Where(field => !isSent(field.Key)), now);
    }

    private void Replace(IEnumerable<KeyValuePair<string, string>> fields, DateTime now)
    {
        Fields = new(fields, StringComparer.Ordinal);
        Saves++;
        SavedAt = now;
    }
}
