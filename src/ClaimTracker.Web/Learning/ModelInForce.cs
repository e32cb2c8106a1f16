using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Learning;

/// <summary>
/// The model that scores sentences now: the last that retraining took, else the shipped one. It stands in the database, so that
/// all servers use the same.
/// </summary>
public sealed class ModelInForce(DeskDb db, ModelInForce.ReadModel memory, ILogger<ModelInForce> log)
{
    /// <summary>The model; asked of the database each time, read only where it is another than before.</summary>
    public async Task<CheckWorthinessModel> ReadAsync(CancellationToken cancel)
    {
        var latest = await db
            .Retrainings.Where(r => r.Model != null)
            .OrderByDescending(r => r.Id)
            .Select(r => (long?)r.Id)
            .FirstOrDefaultAsync(cancel);
        if (latest is not { } id)
            return CheckWorthinessModel.Shipped;
        if (memory.Latest is { } known && known.Id == id)
            return known.Model;
        var file = await db.Retrainings.Where(r => r.Id == id).Select(r => r.Model!).SingleAsync(cancel);
        var model = Parse(id, file);
        memory.Latest = new Known(id, model ?? CheckWorthinessModel.Shipped, model is null);
        return memory.Latest.Model;
    }

    /// <summary>
    /// True where the desk's own model was made for other features than this program's, so that the shipped one serves.
    /// </summary>
    public async Task<bool> IsSetAsideAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return memory.Latest is { SetAside: true };
    }

    // After an update of the program whose features differ, the shipped model serves until the next retraining.
    private CheckWorthinessModel? Parse(long id, string file)
    {
        try
        {
            return CheckWorthinessModel.Read(new StringReader(file));
        }
        catch (FormatException refusal)
        {
            log.LogWarning("The model of retraining {Id} cannot be used, the shipped one is: {Reason}", id, refusal.Message);
            return null;
        }
    }

    /// <summary>What this server read last.</summary>
    public sealed class ReadModel
    {
        internal Known? Latest { get; set; }
    }

    internal sealed record Known(long Id, CheckWorthinessModel Model, bool SetAside);
}
