using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Rows;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>
/// What can stand in a column: what the program, reading it, would write again, and what is no range that it never uses. SQLite
/// takes anything anywhere, PostgreSQL whatever is of the column's type.
/// </summary>
internal sealed class StoredColumn
{
    private const int Longest = 80;

    private static readonly DateOnly FirstDay = new(1400, 1, 1);
    private static readonly DateOnly LastDay = new(2200, 12, 31);
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(36_600);

    private readonly RowColumn _column;
    private readonly Type _stored;
    private readonly bool _isPostgres;

    public StoredColumn(RowColumn column, bool isPostgres)
    {
        (_column, _isPostgres) = (column, isPostgres);
        var type = column.Mapping.Converter?.ProviderClrType ?? column.Property.ClrType;
        _stored = Nullable.GetUnderlyingType(type) ?? type;
    }

    /// <summary>What it is the column of.</summary>
    public IProperty Property => _column.Property;

    /// <summary>Its name.</summary>
    public string Name => _column.Name.Trim('"');

    /// <summary>How it is asked for: an instant beyond those that there are is no value of the driver's.</summary>
    public string Read => _isPostgres && IsTime ? $"{_column.Name}::text" : _column.Name;

    private bool IsTime =>
        _stored == typeof(DateTime)
        || _stored == typeof(DateTimeOffset)
        || _stored == typeof(DateOnly)
        || _stored == typeof(TimeSpan);

    /// <summary>Why what stands there is none of what the program writes, as the end of a sentence; null where it is.</summary>
    public string? WhyOdd(DbDataReader reader, int at)
    {
        var raw = Raw(reader, at);
        if (raw is null)
            return Property.IsNullable ? null : "holds nothing";
        try
        {
            return Typed(raw) is not { } stored ? $"holds {Shown(raw)}, which is no {Expected}" : WhyOdd(stored);
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            return $"holds {Shown(raw)}, which cannot be read as {Expected}";
        }
    }

    /// <summary>The value as the program reads it; null, and no value, where it is odd.</summary>
    public (object? Value, bool IsRead)? Value(DbDataReader reader, int at)
    {
        if (WhyOdd(reader, at) is not null)
            return null;
        if (Raw(reader, at) is not { } raw)
            return (null, true);
        var stored = Typed(raw);
        var converter = IsTime || stored is Array ? null : _column.Mapping.Converter;
        return (converter is null ? stored : converter.ConvertFromProvider(stored), true);
    }

    /// <summary>What stands in the column, as the driver gives it; null for nothing.</summary>
    public static object? Raw(DbDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetValue(at);

    /// <summary>A value in a few words.</summary>
    public static string Shown(object? raw) =>
        raw switch
        {
            null => "nothing",
            byte[] bytes => $"{bytes.Length} bytes",
            string text => PlainText.Shorten($"“{text.ReplaceLineEndings(" ")}”", Longest),
            Array many => $"{many.Length} values",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => PlainText.Shorten(raw.ToString() ?? "", Longest),
        };

    private string Expected =>
        Property.ClrType.IsGenericType ? Plain(Property.ClrType.GenericTypeArguments[0]) : Plain(Property.ClrType);

    private static string Plain(Type type) =>
        type.IsEnum ? $"{type.Name} that there is"
        : type == typeof(bool) ? "yes or no"
        : type == typeof(int) || type == typeof(long) ? "whole number"
        : type == typeof(double) ? "number"
        : type == typeof(string) ? "text"
        : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? "instant"
        : type == typeof(DateOnly) ? "day"
        : type == typeof(TimeSpan) ? "length of time"
        : type == typeof(byte[]) ? "bytes"
        : type.Name;

    // The value of the type that the program stores, or null where it is of another; times as their text.
    private object? Typed(object raw)
    {
        if (IsTime)
            return raw is string text ? ReadTime(text) : null;
        if (_isPostgres || raw.GetType() == _stored)
            return raw;
        if (_stored == typeof(bool))
            return raw is 0L or 1L ? raw is 1L : null;
        if (_stored == typeof(int))
            return raw is long number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        return null;
    }

    private object? ReadTime(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (_stored == typeof(TimeSpan))
            return _isPostgres ? ReadInterval(text) : TimeSpan.ParseExact(text, "c", culture);
        if (_stored == typeof(DateOnly))
            return DateOnly.ParseExact(text, "yyyy-MM-dd", culture);
        if (!_isPostgres && _stored == typeof(DateTime))
            return DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss.FFFFFFF", culture);
        return DateTimeOffset.Parse(text, culture, DateTimeStyles.AssumeUniversal).UtcDateTime;
    }

    // PostgreSQL writes "30 days", "1 day 02:00:00", "-1 days", and what a program never stores with months and years.
    private static TimeSpan? ReadInterval(string text)
    {
        var parts = text.Split(' ');
        if (parts is [var clock])
        {
            return TimeSpan.TryParse(clock, CultureInfo.InvariantCulture, out var alone) ? alone : null;
        }

        return parts is [var days, "day" or "days", ..] && int.TryParse(days, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromDays(number)
            : null;
    }

    private string? WhyOdd(object stored)
    {
        if (IsJson && stored is string json)
            return WhyNoJson(json);
        if (_column.Mapping.Converter is { } converter && !IsTime && stored is not Array)
        {
            // What is read and written again is what stands there, or the program never wrote it.
            var read = converter.ConvertFromProvider(stored);
            if (read is Enum symbol && !Enum.IsDefined(symbol.GetType(), symbol))
                return $"holds {Shown(stored)}, which is no {Expected}";
            if (!Equals(converter.ConvertToProvider(read), stored))
                return $"holds {Shown(stored)}, which is not written so";
        }

        return stored switch
        {
            string text => WhyNoText(text),
            string?[] many => Array.Exists(many, one => one is null) ? "holds nothing in the place of a name" : null,
            long or int => Convert.ToInt64(stored, CultureInfo.InvariantCulture) < Least
                ? $"holds {Shown(stored)}, which is below {Least}"
                : null,
            double number => WhyNoNumber(number),
            DateTime at => Oddity.Instant(at) && !IsNoDeadline(at) ? $"holds an instant of the year {at.Year}" : null,
            DateOnly day => day < FirstDay || day > LastDay ? $"holds a day of the year {day.Year}" : null,
            TimeSpan length => length <= TimeSpan.Zero || length > LongestSpan
                ? $"holds {Shown(length)}, which is no such length"
                : null,
            _ => null,
        };
    }

    // A list of names is JSON on SQLite, and an array on PostgreSQL.
    private bool IsJson =>
        _column.Mapping.Converter is { ModelClrType: { IsClass: true } model, ProviderClrType: var stored }
        && stored == typeof(string)
        && model != typeof(string);

    private string? WhyNoJson(string text)
    {
        var again = (string)_column.Mapping.Converter!.ConvertToProvider(_column.Mapping.Converter.ConvertFromProvider(text)!)!;
        return JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(again))
            ? null
            : $"holds {Shown(text)}, which is not written so";
    }

    // A share of what is scored is one of a whole.
    private string? WhyNoNumber(double number) =>
        !double.IsFinite(number) ? "holds a number without end"
        : Is<Claim>(nameof(Claim.Score)) && number is < 0 or > 1 ? $"holds {Shown(number)}, which is no probability"
        : null;

    private string? WhyNoText(string text) =>
        text.Length > Property.GetMaxLength() ? $"holds {text.Length:N0} characters, and has at most {Property.GetMaxLength():N0}"
        : PlainText.Of(text) != text ? "holds what is no character"
        : !Property.IsNullable && text.Length == 0 && !MayBeEmpty ? "holds nothing"
        : null;

    // What triggers add up may be taken off before it is added, in another of the rows that are summed.
    private long Least => Is<TaskTally>(nameof(TaskTally.Number)) ? long.MinValue : 0;

    private bool IsNoDeadline(DateTime at) => Is<ReviewTask>(nameof(ReviewTask.DueOrder)) && at == ReviewTask.NoDeadline;

    private bool MayBeEmpty =>
        Property.DeclaringType.ClrType == typeof(TaskTally)
        || Is<ReviewTask>(nameof(ReviewTask.ActivityId))
        || Is<Verdict>(nameof(Verdict.Workflow))
        || Is<RobotsFile>(nameof(RobotsFile.Rules))
        || Is<SavedFilter>(nameof(SavedFilter.Query));

    private bool Is<T>(string name) => Property.DeclaringType.ClrType == typeof(T) && Property.Name == name;
}
