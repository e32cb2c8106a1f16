using ClaimTracker.Domain;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Web.Intake;

/// <summary>A reading → the claims of an article, each at its exact characters.</summary>
internal static class FoundClaims
{
    /// <summary>The claims in order of their place. One that the article repeats is one claim with two appearances.</summary>
    public static IReadOnlyList<Claim> Of(Article article, Reading reading, DateTime now)
    {
        var claims = new Dictionary<(string Kind, string Wording), Claim>();
        foreach (var sentence in reading.Sentences)
        {
            foreach (var found in sentence.Claims)
            {
                var wording = PlainText.Shorten(
                    found.Canonical.Length > 0 ? found.Canonical : found.Span.Of(article.Text),
                    Claim.MaxWording
                );
                var key = (found.Kind, wording.ToUpperInvariant());
                var appearance = new Appearance(article, found.Span.Start, found.Span.End);
                if (claims.TryGetValue(key, out var same))
                {
                    same.Appearances.Add(appearance);
                }
                else
                {
                    claims.Add(
                        key,
                        new Claim(wording, found.Kind, sentence.Score, DetailsOf(article.Text, sentence, found), appearance, now)
                    );
                }
            }
        }

        return [.. claims.Values];
    }

    private static ClaimDetails DetailsOf(string text, SentenceReading sentence, ClaimReading claim) =>
        new()
        {
            Figures = [.. claim.Quantities.Select(q => FigureOf(text, q))],
            Times = [.. claim.Times.Select(t => new ClaimTime(t.Span.Of(text), t.From, t.To))],
            Place = claim.Place,
            AttributedTo = claim.Attribution?.Source,
            Cue = claim.Attribution?.Cue,
            Quoted = claim.Attribution?.Quoted ?? false,
            Negated = sentence.Negated,
            Hedges = [.. sentence.Hedges.Select(hedge => hedge.Of(text))],
            Missing = [.. claim.Missing.Select(MissingPartName.Of)],
            Reasons = claim.Reasons,
        };

    private static ClaimFigure FigureOf(string text, Quantity q) =>
        new(
            q.Span.Of(text),
            Finite(q.Value),
            Finite(q.Low),
            Finite(q.High),
            q.Comparator.ToString().ToLowerInvariant(),
            q.Unit,
            q.Counted
        );

    // A figure of four hundred digits is infinite as a number, and JSON has no infinity.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
