using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>Makes an entity of a table's row.</summary>
internal sealed class RowReader
{
    private static readonly ConcurrentDictionary<IEntityType, RowReader> Made = [];

    private readonly IEntityType _type;
    private readonly Func<DbDataReader, object> _read;

    private RowReader(IEntityType type)
    {
        _type = type;
        var columns = RowColumn.Of(type);
        Select = $"SELECT {RowColumn.List(columns)} FROM \"{type.GetTableName()}\"";
        _read = Compile(type, columns);
    }

    /// <summary><c>SELECT</c> the columns in the order in which they are read, <c>FROM</c> the table.</summary>
    public string Select { get; }

    /// <summary>The reader of a table's rows.</summary>
    public static RowReader Of(IEntityType type) => Made.GetOrAdd(type, static type => new RowReader(type));

    /// <summary>Reads the row that <paramref name="reader"/> stands on, and tracks it as stored.</summary>
    public object Track(DeskDb db, DbDataReader reader)
    {
        var row = _read(reader);
        var entry = _type.HasSharedClrType
            ? db.Set<Dictionary<string, object>>(_type.Name).Entry((Dictionary<string, object>)row)
            : db.Entry(row);
        entry.State = EntityState.Unchanged;
        return row;
    }

    private static Func<DbDataReader, object> Compile(IEntityType type, RowColumn[] columns)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var row = Expression.Variable(type.ClrType);
        var make = type.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!;
        var fill = columns.Select((column, i) => Expression.Assign(Place(row, column.Property), Value(reader, column, i)));
        return Expression
            .Lambda<Func<DbDataReader, object>>(
                Expression.Block([row], [Expression.Assign(row, Expression.New(make)), .. fill, row]),
                reader
            )
            .Compile();
    }

    private static Expression Place(Expression row, IProperty property)
    {
        if (property.IsIndexerProperty())
            return Expression.Property(row, property.PropertyInfo!, Expression.Constant(property.Name));

        // An expression cannot write the field behind an init-only property, but may call its setter.
        var member = property.GetMemberInfo(forMaterialization: true, forSet: true);
        return Expression.MakeMemberAccess(row, member is FieldInfo { IsInitOnly: true } ? property.PropertyInfo! : member);
    }

    private static Expression Value(Expression reader, RowColumn column, int index)
    {
        var (property, mapping) = (column.Property, column.Mapping);
        var at = Expression.Constant(index);
        var method = mapping.GetDataReaderMethod();
        var value = mapping.CustomizeDataReaderExpression(
            Expression.Call(
                method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!),
                method,
                at
            )
        );
        if (mapping.Converter is { } converter)
        {
            value = Expression.Invoke(
                converter.ConvertFromProviderExpression,
                Expression.Convert(value, converter.ProviderClrType)
            );
        }

        var target = property.IsIndexerProperty() ? typeof(object) : property.ClrType;
        value = Expression.Convert(value, property.ClrType);
        value = target == property.ClrType ? value : Expression.Convert(value, target);
        return property.IsNullable
            ? Expression.Condition(
                Expression.Call(reader, nameof(DbDataReader.IsDBNull), [], at),
                Expression.Default(target),
                value
            )
            : value;
    }
}
