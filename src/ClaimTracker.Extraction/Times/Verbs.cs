using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Times;

/// <summary>Tells from the verbs around a time whether it lies behind or ahead.</summary>
internal static class Verbs
{
    /// <summary>
    /// The value of verbs that look ahead only in "plans to": "it set a record", "its plans", "he vowed on Friday".
    /// </summary>
    public const int OnlyBeforeTo = 2;

    /// <summary>
    /// The value of verbs in the plural that might be an infinitive or a noun too: "voters go", but "did not go".
    /// </summary>
    public const int OnlyBehindPlural = 3;

    /// <summary>The value of verbs of saying.</summary>
    public const int Saying = 4;

    /// <summary>Verbs in "ed" that tell of what is to come or was told: "announced elections for 3 January".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = (
        "announced added warned reported stated declared claimed argued noted confirmed predicted called agreed proposed demanded urged invited ordered wanted "
        + "suggested asked hoped insisted explained signalled signaled threatened offered believed tweeted posted"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How far behind a time the verb of its clause is looked for.</summary>
    private const int Reach = 16;

    /// <summary>
    /// What the word at <paramref name="at"/> says about the times that follow it; <see cref="Tense.Open"/> where nothing.
    /// </summary>
    public static Tense Tell(in TimeReader reader, int at)
    {
        switch (reader.KindAt(at))
        {
            case Kind.Future when reader.Word(at) is "will" or "shall":
                return Tense.Will;
            case Kind.Future
                when reader[at].Value switch
                {
                    OnlyBeforeTo => reader.KindAt(at + 1) == Kind.To || IsFor(reader, at),
                    OnlyBehindPlural => IsBehindPlural(reader, at),
                    _ => true,
                }:
            case Kind.Be when reader.KindAt(at - 1) == Kind.To:
            case Kind.Is when IsDated(reader.KindAt(at + 1)):
            case Kind.End or Kind.Beginning when reader.KindAt(at + 1) is Kind.At or Kind.On && IsBehindPlural(reader, at):
                return Tense.Future;
            // "postponed to December", "put off until May": what follows is yet to come.
            case Kind.PutOff when reader.KindAt(at + 1) is Kind.To:
            case Kind.Other
                when reader.Word(at) is "off" or "back"
                    && reader.Word(at - 1) is "put" or "pushed"
                    && reader.KindAt(at + 1) is Kind.To or Kind.Until:
                return Tense.Future;
            // "Expected to hit", "will shut": behind these it is no past.
            case Kind.Past
            or Kind.PutOff
            or Kind.Other when reader.KindAt(at - 1) is Kind.To or Kind.Future && reader.Word(at) is not [.., 'e', 'd']:
                return Tense.Open;
            case Kind.Past when reader[at].Value == Saying:
                return Tense.Said;
            case Kind.Past or Kind.PutOff:
            case Kind.Other when reader[at].Value == 1:
                return reader.KindAt(at - 1) == Kind.Be ? Tense.Open
                    : Telling.Contains(reader.Word(at)) && reader.KindAt(at - 1) != Kind.Past ? Tense.Said
                    : Tense.Past;
            default:
                return Tense.Open;
        }
    }

    /// <summary>
    /// "On Friday the court will rule": the first verb behind <paramref name="at"/>, where none has come before.
    /// </summary>
    public static Tense Ahead(in TimeReader reader, int at)
    {
        for (var word = at; word < at + Reach && reader.KindAt(word) != Kind.None && !OpensAClause(reader, word); word++)
        {
            // "The delayed vote", "the United States" hold no verb.
            var describing =
                reader.KindAt(word) == Kind.Other
                && (reader.KindAt(word - 1) is Kind.The or Kind.A or Kind.Possessive || char.IsUpper(reader.Word(word)[0]));
            if (!describing && Tell(reader, word) is not Tense.Open and var tense)
            {
                return tense;
            }
        }

        return Tense.Open;
    }

    /// <summary>
    /// What "until" at <paramref name="at"/> leads to: the future where something lasts or was put off, else either.
    /// </summary>
    public static Tense Until(in TimeReader reader, int at)
    {
        for (var word = at - 1; word > at - (Reach / 2); word--)
        {
            if (reader.KindAt(word) == Kind.PutOff)
            {
                return Tense.Future;
            }
        }

        return reader.Tense is Tense.Past or Tense.Said ? Tense.Open : Tense.Future;
    }

    /// <summary>The tense of a time: what the words before it say, else the verb behind it.</summary>
    public static Tense Of(in TimeReader reader, int at) => reader.Tense == Tense.Open ? Ahead(reader, at) : reader.Tense;

    /// <summary>
    /// True where "today" is a day: something happened, will, or is happening on it. Of "neon signs exist today" no more is said
    /// than that it is so nowadays.
    /// </summary>
    public static bool IsOfToday(in TimeReader reader, int at)
    {
        if (
            reader.Tense is Tense.Past or Tense.Future or Tense.Will
            || (reader.Tense == Tense.Said && IsSaidOn(reader, at))
            || Ahead(reader, at + 1) is Tense.Past or Tense.Future or Tense.Will
        )
        {
            return true;
        }

        for (var word = at - 1; word > at - Reach && !IsBreak(reader, word); word--)
        {
            if (IsHappening(reader, word))
            {
                return true;
            }
        }

        return reader.KindAt(at + 1) is Kind.Is or Kind.At
            || (reader.KindAt(at + 1) == Kind.And && reader.KindAt(at + 2) == Kind.DayWord);
    }

    /// <summary>"is sitting", "have killed": under way, or just done.</summary>
    private static bool IsHappening(in TimeReader reader, int at) =>
        reader.KindAt(at) switch
        {
            Kind.Is => reader.Word(at + 1).EndsWith("ing"),
            Kind.Be => reader.Word(at) is "have" or "has"
                && (
                    reader.KindAt(at + 1) == Kind.Past
                    || reader[at + 1] is { Kind: Kind.Other, Value: 1 }
                    || reader.KindAt(at + 1) == Kind.Be
                ),
            _ => false,
        };

    /// <summary>"said today", "told reporters today".</summary>
    private static bool IsSaidOn(in TimeReader reader, int at)
    {
        for (var word = at - 1; word >= at - 3; word--)
        {
            if (
                reader[word] is { Kind: Kind.Past, Value: Saying }
                || (reader[word] is { Kind: Kind.Other, Value: 1 } && Telling.Contains(reader.Word(word)))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBreak(in TimeReader reader, int at) =>
        reader.KindAt(at) is Kind.None or Kind.Comma
        || (reader[at] is { Kind: Kind.Other, Length: 1 } && reader.Word(at)[0] is ';' or ':');

    /// <summary>", and", ", but", ";": the verb behind is another clause's.</summary>
    private static bool OpensAClause(in TimeReader reader, int at) =>
        reader.Word(at) is "but"
        || reader.KindAt(at) switch
        {
            Kind.Comma => reader.KindAt(at + 1) == Kind.And || reader.Word(at + 1) is "but" or "while" or "though" or "although",
            Kind.Other => reader[at].Length == 1 && reader.Word(at)[0] == ';',
            _ => false,
        };

    /// <summary>"are planned for", "is set for".</summary>
    private static bool IsFor(in TimeReader reader, int at) =>
        reader.KindAt(at + 1) == Kind.For
        && reader.Word(at) is "planned" or "set"
        && reader.KindAt(at - 1) is Kind.Is or Kind.Be or Kind.Past;

    /// <summary>"Voters go", "Germany and Spain meet".</summary>
    private static bool IsBehindPlural(in TimeReader reader, int at) =>
        reader.KindAt(at - 1) is Kind.Other or Kind.Counted
        && (reader.Word(at - 1) is [.., 's'] || reader.KindAt(at - 2) == Kind.And);

    private static bool IsDated(Kind next) =>
        next is Kind.To or Kind.At or Kind.On or Kind.Until or Kind.From or Kind.Weekday or Kind.Clock;
}
