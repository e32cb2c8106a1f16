using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>Who says it.</summary>
internal sealed record AttributionJson(int Start, int End, string Source, string Cue, bool Quoted, bool Anonymous)
{
    public static AttributionJson? Of(SourceAttribution? attribution) =>
        attribution is null
            ? null
            : new(
                attribution.Span.Start,
                attribution.Span.End,
                attribution.Source,
                attribution.Cue,
                attribution.Quoted,
                attribution.Anonymous
            );
}
