using System.Text.Json;

namespace ClaimTracker.Web.Intake;

/// <summary>One text to work on: a file, standard input as a whole, or one record of a stream.</summary>
/// <param name="Id">The record's own id as it was written, else the file's name; JSON null where there is none.</param>
/// <param name="Origin">Where it came from, for messages: <c>stdin:12</c>, <c>news.ndjson:3</c>, <c>page.html</c>.</param>
/// <param name="Text">Plain text; null where there is a page instead.</param>
/// <param name="Html">A web page; null where there is text.</param>
internal sealed record InputRecord(JsonElement Id, string Origin, string? Text, string? Html)
{
    /// <summary>The record's title, where it names one.</summary>
    public string? Title { get; init; }

    /// <summary>The day of publication, where it names one.</summary>
    public DateOnly? PublishedAt { get; init; }

    /// <summary>Who published it, where it says so.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where the page was found, where it names that.</summary>
    public Uri? Url { get; init; }

    /// <summary>The record as it was written, for a verb with fields of its own.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Whether records come one a line, so that results should too.</summary>
    public bool Streamed { get; init; }
}
