using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Tells what is stated as a fact from what is planned, wished, feared or merely possible.</summary>
internal static class Assertion
{
    private const int Reach = 18;

    public static bool IsStated(SentenceView sentence, KindReading reading)
    {
        if (IsForecast(sentence) || BareLabel.Is(sentence))
            return false;
        var start = Math.Max(sentence.ClauseStart(reading.First), reading.First - Reach);
        for (var i = reading.First - 1; i >= start; i--)
        {
            if (sentence.IsAttribution(i))
                break;
            ref readonly var token = ref sentence.Tokens[i];
            if (token.IsName && i > 0)
                continue;
            if (token.Is(WordClass.Conditional) || IsToBe(sentence, i) || Blocks(sentence, i, reading))
                return false;
        }

        return !IsPlannedInside(sentence, reading) && !IsPlannedAfter(sentence, reading);
    }

    /// <summary>"Analysts expect prices to rise": the speaker looks ahead.</summary>
    private static bool IsForecast(SentenceView sentence) =>
        sentence.Cue.Weight > 0
        && (
            sentence.Tokens[sentence.Cue.CueStart].Is(WordClass.Intention)
            || sentence.WordIs(sentence.Cue.CueStart, "predicted")
            || sentence.WordIs(sentence.Cue.CueStart, "predicts")
            || sentence.WordIs(sentence.Cue.CueStart, "forecast")
            || sentence.WordIs(sentence.Cue.CueStart, "forecasts")
        );

    private static bool Blocks(SentenceView sentence, int index, KindReading reading)
    {
        ref readonly var token = ref sentence.Tokens[index];
        // What the law allows is a status: "could visit without risk of arrest".
        if (token.Is(WordClass.Modal) && reading.Kind is LegalStatus)
            return false;
        if (token.Is(WordClass.Modal | WordClass.Future))
            return !sentence.WordIs(index, "can") && !sentence.WordIs(index, "cannot");
        return token.Is(WordClass.Intention) && (LeadsToAct(sentence, index) || reading.Kind is LegalStatus);
    }

    /// <summary>"The firm is to cut 800 jobs": arranged, and not yet done.</summary>
    private static bool IsToBe(SentenceView sentence, int index) =>
        sentence.Tokens[index].Is(WordClass.Auxiliary)
        && (
            sentence.WordIs(index, "is")
            || sentence.WordIs(index, "are")
            || sentence.WordIs(index, "was")
            || sentence.WordIs(index, "were")
        )
        && sentence.WordIs(index + 1, "to")
        && !sentence.WordIs(index + 2, "date");

    /// <summary>"plans to build", "is set to", "discussed ramping up": what follows has not happened.</summary>
    private static bool LeadsToAct(SentenceView sentence, int index)
    {
        for (var i = index + 1; i < Math.Min(sentence.Tokens.Count, index + 4); i++)
        {
            if (sentence.WordIs(i, "to") || sentence.WordIs(i, "for"))
                return true;
            ref readonly var token = ref sentence.Tokens[i];
            if (
                token.Shape == TokenShape.Word
                && sentence.Text.AsSpan(token.Start, token.End - token.Start).EndsWith("ing", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Five flights were expected to …", "300 tanks will be sent": the figure is the subject of a plan.</summary>
    private static bool IsPlannedAfter(SentenceView sentence, KindReading reading)
    {
        if (reading.Kind is LegalStatus)
            return false;
        for (var i = reading.End; i < Math.Min(sentence.Tokens.Count - 1, reading.End + 6); i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (token.Shape >= TokenShape.Quote || (token.Is(WordClass.PastVerb) && !token.Is(WordClass.Auxiliary)))
                return false;
            if (token.Is(WordClass.Auxiliary))
            {
                return (token.Is(WordClass.Modal | WordClass.Future) && !sentence.WordIs(i, "can"))
                    || sentence.Tokens[i + 1].Is(WordClass.Intention);
            }
        }

        return false;
    }

    private static bool IsPlannedInside(SentenceView sentence, KindReading reading)
    {
        for (var i = reading.First; i < reading.End; i++)
        {
            if (
                sentence.Tokens[i].Is(WordClass.Future | WordClass.Modal)
                && !sentence.Tokens[i].IsName
                && reading.Kind is not LegalStatus
                && !sentence.WordIs(i, "can")
            )
            {
                return true;
            }
        }

        return false;
    }
}
