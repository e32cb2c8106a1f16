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

        refusals.AddRange(Limits(complete, today));
        return (complete, refusals);
    }

    /// <summary>What is wrong with an article's details, by whichever way they came in; empty where nothing is.</summary>
    public static IEnumerable<Refusal> Limits(ArticleSource article, DateOnly today)
    {
        if (article.Title?.Length > MaxLength)
            yield return new Refusal("title", $"The headline has {article.Title.Length:N0} characters; {MaxLength} is the most.");
        if (article.Outlet?.Length > MaxLength)
        {
            yield return new Refusal(
                "outlet",
                $"The outlet's name has {article.Outlet.Length:N0} characters; {MaxLength} is the most."
            );
        }

        if (article.PublishedOn > today.AddDays(1))
        {
            yield return new Refusal(
                "published",
                $"{MomentText.Day(article.PublishedOn.Value)} lies in the future; give the day of publication."
            );
        }

        if (article.PublishedOn < new DateOnly(1700, 1, 1))
        {
            yield return new Refusal(
                "published",
                $"The year {article.PublishedOn:yyyy} is before any newspaper; give the day of publication."
            );
        }
    }

    private static string? Given(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : string.Join(' ', PlainText.Of(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
