using ClaimTracker.Domain;

namespace ClaimTracker.Web.Intake;

/// <summary>What a person says of an article; where it is left empty, the article speaks for itself.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="PublishedOn">Day of publication.</param>
public sealed record IntakeDetails(string? Title = null, string? Outlet = null, DateOnly? PublishedOn = null)
{
    /// <summary>Longest title and outlet, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>
    /// The article with these details; refused with code <c>title</c>, <c>outlet</c> or <c>published</c>, one refusal a field.
    /// </summary>
    public (ArticleSource Source, IReadOnlyList<Refusal> Refusals) Complete(ArticleSource source, DateOnly today)
    {
        var complete = source with
        {
            Title = Given(Title) ?? Given(source.Title),
            Outlet = Given(Outlet) ?? Given(source.Outlet),
            PublishedOn = PublishedOn ?? source.PublishedOn,
        };
        List<Refusal> refusals = [];
        if (complete.Title is null)
            refusals.Add(new Refusal("title", "Give the headline; the text does not name one."));
        if (complete.Outlet is null)
            refusals.Add(new Refusal("outlet", "Say who published it, e.g. a paper's or a site's name."));
        if (complete.PublishedOn is null)
        {
            refusals.Add(
                new Refusal(
                    "published",
                    "Give the day of publication: “on Tuesday” and “overnight” are read against it, and the text does not say."
                )
            );
        }

        if (complete.Title?.Length > MaxLength)
        {
            refusals.Add(
                new Refusal("title", $"The headline has {complete.Title.Length:N0} characters; {MaxLength} is the most.")
            );
        }

        if (complete.Outlet?.Length > MaxLength)
        {
            refusals.Add(
                new Refusal("outlet", $"The outlet's name has {complete.Outlet.Length:N0} characters; {MaxLength} is the most.")
            );
        }

        if (complete.PublishedOn > today.AddDays(1))
        {
            refusals.Add(
                new Refusal("published", $"{complete.PublishedOn:d MMMM yyyy} lies in the future; give the day of publication.")
            );
        }

        if (complete.PublishedOn < new DateOnly(1700, 1, 1))
        {
            refusals.Add(
                new Refusal(
                    "published",
                    $"The year {complete.PublishedOn:yyyy} is before any newspaper; give the day of publication."
                )
            );
        }

        return (complete, refusals);
    }

    private static string? Given(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : string.Join(' ', PlainText.Of(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
