using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Readings;

/// <summary>Who a statement is put down to.</summary>
/// <param name="Span">Where cue and source stand in the text.</param>
/// <param name="Source">Who says it, as the text writes it: "analysts", "Moscow's state-run TASS news agency".</param>
/// <param name="Cue">The words that mark it: "according to", "said".</param>
/// <param name="Quoted">True where the statement stands in quotation marks.</param>
public sealed record SourceAttribution(TextSpan Span, string Source, string Cue, bool Quoted)
{
    /// <summary>True for people whom nobody can be asked about: "analysts", "a man known as “Lefty”".</summary>
    public bool Anonymous { get; init; }
}
