using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Learning;

namespace ClaimTracker.Web.Transfer;

/// <summary>Takes many articles in: read one by one, stored some at a time.</summary>
internal sealed class ArticleImport(DeskDb db, ArticleIntake intake, ModelInForce models, TimeProvider time)
{
    private const int AtOnce = 50;
    private const int LongestTitle = IntakeDetails.MaxLength;

    private readonly List<ReadArticle> _waiting = [];

    /// <summary>What was added and met so far.</summary>
    public ImportCounts Counts { get; } = new();

    /// <summary>Takes one record; it is stored with those around it.</summary>
    /// <returns>Why it cannot be taken in, or null.</returns>
    public async Task<string?> AddAsync(InputRecord record, IntakeDetails asked, CancellationToken cancel)
    {
        if (record.Url is { } address && WebAddress.Check(address) is { } mistaken)
            return Refuse($"url: {mistaken.Message}");
        var read = record.Html is { } html ? SourceReader.FromHtml(html, record.Url) : SourceReader.FromText(record.Text);
        if (read is not { Value: { } source })
            return Refuse(read.Refusal!.Message);
        var complete = Complete(source, record, asked);
        if (complete.Outlet is null)
            return Refuse("outlet: nobody says who published it; give it in the record or by --outlet.");
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (IntakeDetails.Limits(complete, today).FirstOrDefault() is { } wrong)
            return Refuse($"{(wrong.Code == "published" ? "publishedAt" : wrong.Code)}: {wrong.Message}");
        _waiting.Add(ReadArticle.Of(complete, await models.ReadAsync(cancel)));
        if (_waiting.Count >= AtOnce)
            await FlushAsync(cancel);
        return null;
    }

    /// <summary>Stores what is waiting.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        if (_waiting.Count == 0)
            return;
        db.ChangeTracker.Clear();
        var added = await intake.AddManyAsync(_waiting, newVersion: false, "system:import", cancel);
        _waiting.Clear();
        foreach (var receipt in added.Value!)
            Counts.Count(receipt.Known is null, receipt.Claims);
    }

    private string Refuse(string message)
    {
        Counts.Refused++;
        return message;
    }

    private static ArticleSource Complete(ArticleSource source, InputRecord record, IntakeDetails asked) =>
        source with
        {
            Title = Title(record.Title ?? source.Title) ?? Title(source.Text.Split('\n')[0])!,
            Outlet = asked.Outlet ?? record.Outlet ?? source.Outlet ?? record.Url?.Host,
            PublishedOn = record.PublishedAt ?? source.PublishedOn ?? asked.PublishedOn,
            Url = record.Url,
        };

    private static string? Title(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : PlainText.Shorten(text.Trim(), LongestTitle);
}
