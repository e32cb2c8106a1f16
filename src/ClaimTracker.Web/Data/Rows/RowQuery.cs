using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// Reads rows of several tables in one round trip and tracks them, by statements whose text is made once. For the few places where the
/// number of queries counts; whatever else is asked, EF is asked.
/// </summary>
internal sealed class RowQuery
{
    private readonly ConditionalWeakTable<IModel, Prepared> prepared = [];
    private readonly RowPart[] parts;

    /// <summary>A query of rows that fulfil conditions in SQL, what others refer to first.</summary>
    public RowQuery(params RowPart[] parts) => this.parts = parts;

    /// <summary>The rows of <typeparamref name="T"/> that fulfil a condition.</summary>
    public static RowPart Of<T>(string condition) => new(model => model.FindEntityType(typeof(T))!, condition);

    /// <summary>The rows that join <typeparamref name="T"/> to the many that <paramref name="navigation"/> holds.</summary>
    public static RowPart OfJoin<T>(string navigation, string condition) => new(model => model.FindEntityType(typeof(T))!.FindSkipNavigation(navigation)!.JoinEntityType, condition);

    /// <summary>Reads in the transaction under way, and returns the rows in the order of the parts. None of them may be tracked yet.</summary>
    public async Task<IReadOnlyList<object>> LoadAsync(DeskDb db, (string Name, long Value)[] parameters, CancellationToken cancel)
    {
        var query = prepared.GetValue(db.Model, Prepare);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = query.Text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        List<object> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancel);
        foreach (var table in query.Readers)
        {
            while (await reader.ReadAsync(cancel))
                rows.Add(table.Track(db, reader));
            await reader.NextResultAsync(cancel);
        }

        return rows;
    }

    private Prepared Prepare(IModel model)
    {
        var readers = parts.Select(part => RowReader.Of(part.Type(model))).ToArray();
        return new Prepared(string.Join(";\n", readers.Zip(parts, (reader, part) => $"{reader.Select} WHERE {part.Condition}")), readers);
    }

    /// <summary>The rows of one table that fulfil a condition in SQL.</summary>
    internal sealed record RowPart(Func<IModel, IEntityType> Type, string Condition);

    private sealed record Prepared(string Text, RowReader[] Readers);
}
