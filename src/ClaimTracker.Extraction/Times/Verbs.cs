namespace ClaimTracker.Extraction.Times;

/// <summary>Tells from the verbs around a time whether it lies behind or ahead.</summary>
internal static class Verbs
{
    /// <summary>The value of verbs that look ahead only in "plans to": "it set a record", "its plans", "he vowed on Friday".</summary>
    public const int OnlyBeforeTo = 2;

    /// <summary>The value of verbs in the plural that might be an infinitive or a noun too: "voters go", but "did not go".</summary>
    public const int OnlyBehindPlural = 3;

    /// <summary>How far behind a time the verb of its clause is looked for.</summary>
    private const int Reach = 16;

    /// <summary>What the word at <paramref name="at"/> says about the times that follow it; <see cref="Tense.Open"/> where nothing.</summary>
    public static Tense Tell(in TimeReader reader, int at)
    {
        switch (reader.KindAt(at))
        {
            case Kind.Future when reader[at].Value switch { OnlyBeforeTo => reader.KindAt(at + 1) == Kind.To, OnlyBehindPlural => IsBehindPlural(reader, at), _ => true }:
            case Kind.Be when reader.KindAt(at - 1) == Kind.To:
            case Kind.Is when IsDated(reader.KindAt(at + 1)):
            case Kind.End or Kind.Beginning when reader.KindAt(at + 1) is Kind.At or Kind.On && IsBehindPlural(reader, at):
                return Tense.Future;
            case Kind.Past or Kind.PutOff:
            case Kind.Other when reader[at].Value == 1:
                return reader.KindAt(at - 1) == Kind.Be ? Tense.Open : Tense.Past;
            default:
                return Tense.Open;
        }
    }

    /// <summary>"On Friday the court will rule": the first verb behind <paramref name="at"/>, where none has come before.</summary>
    public static Tense Ahead(in TimeReader reader, int at)
    {
        for (var word = at; word < at + Reach && reader.KindAt(word) != Kind.None; word++)
        {
            // "The delayed vote", "the United States" hold no verb.
            var describing = reader.KindAt(word) == Kind.Other
                && (reader.KindAt(word - 1) is Kind.The or Kind.A or Kind.Possessive || char.IsUpper(reader.Word(word)[0]));
            if (!describing && Tell(reader, word) is not Tense.Open and var tense)
            {
                return tense;
            }
        }

        return Tense.Open;
    }

    /// <summary>What "until" at <paramref name="at"/> leads to: the future where something lasts or was put off, else either.</summary>
    public static Tense Until(in TimeReader reader, int at)
    {
        for (var word = at - 1; word > at - (Reach / 2); word--)
        {
            if (reader.KindAt(word) == Kind.PutOff)
            {
                return Tense.Future;
            }
        }

        return reader.Tense == Tense.Past ? Tense.Open : Tense.Future;
    }

    /// <summary>"Voters go", "Germany and Spain meet".</summary>
    private static bool IsBehindPlural(in TimeReader reader, int at) =>
        reader.KindAt(at - 1) is Kind.Other or Kind.Counted && (reader.Word(at - 1) is [.., 's'] || reader.KindAt(at - 2) == Kind.And);

    private static bool IsDated(Kind next) => next is Kind.To or Kind.At or Kind.On or Kind.Until or Kind.From or Kind.Weekday or Kind.Clock;
}
