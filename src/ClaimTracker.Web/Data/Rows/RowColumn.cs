using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// A column as SQL has it, out of EF's model: how it is named, and what becomes of a property's value there and back. Asked where
/// rows are read or written without EF's queries and batches, so that a row is the same whichever way it came or goes.
/// </summary>
internal sealed class RowColumn
{
    private readonly Func<object?, object?>? _convert;

    private RowColumn(IProperty property, string name)
    {
        Property = property;
        Name = $"\"{name}\"";
        Mapping = property.GetRelationalTypeMapping();
        _convert = Mapping.Converter?.ConvertToProvider;

        // Without the length that the column declares: that is how COPY names types.
        StoreType = property.GetColumnType().Split('(')[0];
    }

    /// <summary>What it is the column of.</summary>
    public IProperty Property { get; }

    /// <summary>In quotation marks.</summary>
    public string Name { get; }

    /// <summary>How the driver reads and writes it.</summary>
    public RelationalTypeMapping Mapping { get; }

    /// <summary>The type in the database, without a length.</summary>
    public string StoreType { get; }

    /// <summary>The columns of a table, in the order of the model.</summary>
    public static RowColumn[] Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return [.. type.GetProperties().Select(property => new RowColumn(property, property.GetColumnName(table)!))];
    }

    /// <summary>The names of columns as a statement lists them.</summary>
    public static string List(IEnumerable<RowColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>A property's value as the driver takes it.</summary>
    public object? ToStore(object? value) => value is null || _convert is null ? value : _convert(value);
}
