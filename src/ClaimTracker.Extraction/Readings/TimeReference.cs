using System.Globalization;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Readings;

/// <summary>What a resolved time rests on, where the text does not give the whole date.</summary>
public enum TimeBasis
{
    /// <summary>The day of publication: "on Tuesday", "overnight", "3 January".</summary>
    Published,

    /// <summary>The day that the story's dateline names: "ODRAN, Aug. 19 (Reuters) - …".</summary>
    Dateline,

    /// <summary>A day or year that the text named before: "two days later", "at noon".</summary>
    DayNamed,
}

/// <summary>A time that a text states, resolved against its publication date where that is known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="From">First instant, local to the article; null where it cannot be resolved.</param>
/// <param name="To">End of the period, exclusive, local to the article; null where open-ended ("since 2021") or not
/// resolved.</param>
public sealed record TimeReference(TextSpan Span, DateTime? From, DateTime? To)
{
    /// <summary>What the reading rests on; null where the text gives the date, and where nothing is resolved.</summary>
    public TimeBasis? Basis { get; init; }

    /// <summary>
    /// Writes <paramref name="instant"/> as <c>2025-08-19</c> where <paramref name="period"/> consists of whole days and as
    /// <c>2025-08-18T18:00</c> otherwise; null stays null.
    /// </summary>
    public static string? Format(DateTime? instant, TimeReference period)
    {
        var whole =
            period.From.GetValueOrDefault().TimeOfDay == TimeSpan.Zero
            && period.To.GetValueOrDefault().TimeOfDay == TimeSpan.Zero;
        return instant?.ToString(whole ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary><see cref="From"/> as the command line and the API print it.</summary>
    public string? FormattedFrom => Format(From, this);

    /// <summary><see cref="To"/>, exclusive, as the command line and the API print it.</summary>
    public string? FormattedTo => Format(To, this);
}
