using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>Says in a fact-checker's words why a sentence does or does not belong into triage.</summary>
internal static class Reasons
{
    private static readonly string[] Question = ["a question, not a statement"];
    private static readonly string[] Conditional = ["says what would be if something else were: nothing is stated"];
    private static readonly string[] Intention = ["an intention or a possibility, not a fact"];
    private static readonly string[] Addressed = ["speaks to the reader"];
    private static readonly string[] Opinion = ["an opinion or a judgement"];
    private static readonly string[] Fact = ["reads like a statement of fact, but of no kind that this desk checks"];
    private static readonly string[] Talk = ["reads like talk, not like a statement of fact"];

    /// <summary>Why nothing of a text in another language is a claim.</summary>
    public static readonly IReadOnlyList<string> NotEnglish = ["not in English, which is all that is read here"];

    /// <summary>Why not: shared lists, since most sentences of a text are no claims.</summary>
    public static IReadOnlyList<string> Against(Mood mood, double score) =>
        mood.Question ? Question
        : mood.Conditional ? Conditional
        : mood.Intention ? Intention
        : mood.Addressed ? Addressed
        : mood.Opinion ? Opinion
        : score >= CheckWorthinessModel.Threshold ? Fact
        : Talk;

    /// <summary>Why one claim of a sentence: what it states itself, and who says it and how firmly.</summary>
    public static IReadOnlyList<string> For(
        SentenceView sentence,
        ClaimPart claim,
        TextSpan span,
        SourceAttribution? attribution,
        IReadOnlyList<MissingPart> missing
    )
    {
        var reasons = new List<string>(4) { ForKind(sentence, claim.Reading) };
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Span.Overlaps(span) && !FigureQuestions.IsTime(sentence, quantity))
                reasons.Add("states a figure: " + quantity.Span.Of(sentence.Text));
        }

        if (attribution is not null)
            reasons.Add((attribution.Quoted ? "a quotation of " : "attributed to ") + attribution.Source);
        foreach (var time in sentence.Times)
        {
            if (time.From is not null && time.Span.Overlaps(span))
                reasons.Add("says when: " + time.Span.Of(sentence.Text));
        }

        if (sentence.Hedges.Count > 0)
            reasons.Add("hedged: " + sentence.Hedges[0].Of(sentence.Text));
        if (missing.Count > 0)
            reasons.Add("does not say by itself: " + string.Join(", ", missing.Select(Asked)));
        return reasons;
    }

    private static string Asked(MissingPart part) =>
        part switch
        {
            MissingPart.Who => "who",
            MissingPart.What => "what",
            MissingPart.Where => "where",
            MissingPart.When => "when",
            _ => "of what",
        };

    /// <summary>The reasons of all claims of a sentence, each once.</summary>
    public static IReadOnlyList<string> Of(ClaimReading[] claims) =>
        claims.Length == 1 ? claims[0].Reasons : [.. claims.SelectMany(claim => claim.Reasons).Distinct()];

    private static string ForKind(SentenceView sentence, KindReading reading) =>
        reading.Kind.Because(
            sentence.Text.AsSpan()[sentence.Tokens[reading.First].Start..sentence.Tokens[reading.End - 1].End].TrimEnd(".,;:!?")
        );
}
