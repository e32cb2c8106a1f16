using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads a height as it is written with marks: 6'2", 5' 11”. A mark alone closes a quotation.</summary>
internal static class FeetAndInches
{
    private const int MostInches = 11;

    /// <summary>Reads the mark behind a number, and moves <paramref name="end"/> behind it; null where it is none.</summary>
    [Example("He is 6'2\" tall.", "6'", "2\"")]
    public static string? Read(Passage p, in Figure figure, ref int end)
    {
        if (IsFoot(p[end]) && ReadInches(p, p.SkipBlanks(end + 1)) > 0)
        {
            end++;
            return "foot";
        }

        var before = p[figure.Start - 1] == ' ' ? figure.Start - 2 : figure.Start - 1;
        var behind = IsFoot(p[before]) && char.IsAsciiDigit(p[before - 1]) ? ReadInches(p, figure.Start) : 0;
        if (behind == 0)
            return null;
        end = behind;
        return "inch";
    }

    /// <summary>The position behind the inches and their mark; 0 where there are none.</summary>
    private static int ReadInches(Passage p, int at)
    {
        if (!FigureReader.IsNumeralStart(p[at]) || !NumeralReader.TryRead(p, at, out var inches) || inches.Value > MostInches + 1)
            return 0;
        return p[inches.End] is '"' or '”' or '″' ? inches.End + 1
            : p[inches.End] is '\'' or '’' && p[inches.End + 1] == p[inches.End] ? inches.End + 2
            : 0;
    }

    private static bool IsFoot(char c) => c is '\'' or '’' or '′';
}
