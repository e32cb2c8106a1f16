using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// The statement that stores one changed row. Its text is made once for each table and set of columns; columns and conversions come
/// from EF's model.
/// </summary>
internal sealed class RowStatement
{
    private static readonly ConcurrentDictionary<(IEntityType Type, EntityState State, UInt128 Columns), RowStatement> Made = [];

    private readonly Column[] written;
    private readonly Column[] matched;

    private RowStatement(IEntityType type, EntityState state, IEnumerable<IProperty> written)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        Column Of(IProperty property) => new(property, $"\"{property.GetColumnName(table)}\"");
        this.written = [.. written.Select(Of)];
        matched = state == EntityState.Added ? [] : [.. type.GetProperties().Where(p => p.IsPrimaryKey() || p.IsConcurrencyToken).Select(Of)];
        Text = state switch
        {
            EntityState.Added => $"INSERT INTO \"{table.Name}\" ({string.Join(", ", this.written.Select(c => c.Name))}) VALUES ({string.Join(", ", this.written.Select((_, i) => $"${i + 1}"))})",
            EntityState.Modified => $"UPDATE \"{table.Name}\" SET {string.Join(", ", this.written.Select((c, i) => $"{c.Name} = ${i + 1}"))} WHERE {Match()}",
            _ => $"DELETE FROM \"{table.Name}\" WHERE {Match()}",
        };
    }

    /// <summary>SQL with a parameter <c>$1</c>, <c>$2</c> … for each value, the same for both databases.</summary>
    public string Text { get; }

    /// <summary>The statement for the state and the changed columns of <paramref name="entry"/>.</summary>
    public static RowStatement For(IUpdateEntry entry)
    {
        var (type, state) = (entry.EntityType, entry.EntityState);
        UInt128 columns = 0;
        if (state == EntityState.Modified)
        {
            foreach (var property in type.GetProperties())
                columns |= entry.IsModified(property) ? UInt128.One << property.GetIndex() : 0;
        }

        return Made.GetOrAdd((type, state, columns), static (key, entry) => new RowStatement(key.Type, key.State, key.State switch
        {
            EntityState.Added => key.Type.GetProperties(),
            EntityState.Modified => key.Type.GetProperties().Where(entry.IsModified),
            _ => [],
        }), entry);
    }

    /// <summary>Adds the values of <paramref name="entry"/> in the order of the text.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="command">Makes the parameters.</param>
    /// <param name="parameters">Takes them.</param>
    /// <param name="named">True where they are found by name (SQLite), false where by place (PostgreSQL).</param>
    public void Bind(IUpdateEntry entry, DbCommand command, DbParameterCollection parameters, bool named)
    {
        var place = 0;
        foreach (var column in written)
            parameters.Add(column.Parameter(command, named ? $"${++place}" : "", entry.GetCurrentValue(column.Property)));
        foreach (var column in matched)
            parameters.Add(column.Parameter(command, named ? $"${++place}" : "", entry.GetOriginalValue(column.Property)));
    }

    private string Match() => string.Join(" AND ", matched.Select((c, i) => c.Property.IsNullable
        ? $"{c.Name} IS NOT DISTINCT FROM ${written.Length + i + 1}"
        : $"{c.Name} = ${written.Length + i + 1}"));

    private sealed class Column(IProperty property, string name)
    {
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public IProperty Property => property;

        public string Name => name;

        public DbParameter Parameter(DbCommand command, string parameter, object? value) => mapping.CreateParameter(command, parameter, value, property.IsNullable);
    }
}
