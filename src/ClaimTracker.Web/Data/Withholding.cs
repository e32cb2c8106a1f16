namespace ClaimTracker.Web.Data;

/// <summary>
/// How often texts were withheld from readers, or given back: one row, which the database's own triggers count on, whoever
/// changed a claim. Servers ask for it before they give out a page that they kept.
/// </summary>
public sealed class Withholding
{
    public int Id { get; init; }

    public required long Number { get; init; }
}
