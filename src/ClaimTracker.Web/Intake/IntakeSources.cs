using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Intake;

/// <summary>Addresses and uploads → articles, within the limits of the section <c>Intake</c>.</summary>
public sealed class IntakeSources(SourceFetcher fetcher, IntakeSettings settings, ILogger<IntakeSources> log)
{
    /// <summary>Fetches the article at a typed address.</summary>
    public async Task<Result<ArticleSource>> FromUrlAsync(string? typed, CancellationToken cancel)
    {
        var url = SourceAddress.Parse(typed);
        if (url.Refusal is { } mistyped)
            return mistyped;
        var fetched = await fetcher.FetchAsync(url.Value!, cancel);
        return fetched is { Value: { } source }
            ? Unreadable.Try(log, $"The page at {source.Url.Host}", () => SourceReader.FromFetched(source))
            : fetched.Refusal!;
    }

    /// <summary>Reads an uploaded file.</summary>
    public async Task<Result<ArticleSource>> FromFileAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
            return new Refusal("file", "Choose a .txt or .html file.");
        if (file.Length > settings.MaxBytes)
        {
            return new Refusal(
                "too-large",
                $"{file.FileName} has {file.Length:N0} bytes; {settings.MaxBytes:N0} is the most (Intake:MaxBytes)."
            );
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return Unreadable.Try(log, file.FileName, () => SourceReader.FromFile(file.FileName, content.ToArray()));
    }
}
