using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>What a passage speaks of: its telling words, names and figures, without what the whole page speaks of.</summary>
internal sealed class PassageSubject
{
    // A word in so many other statements of a page belongs to its theme rather than to the passage.
    private const int Common = 3;

    private const WordClass Sayers = WordClass.Agent | WordClass.Say | WordClass.WeakSay | WordClass.Title;

    /// <summary>Reads it off the passage's statements.</summary>
    /// <param name="statements">The sentences that the quote touches.</param>
    /// <param name="others">The rest of the kept page.</param>
    /// <param name="title">The page's own title; null for none.</param>
    public PassageSubject(IReadOnlyList<PageStatement> statements, IEnumerable<PageStatement> others, string? title)
    {
        var counts = new Dictionary<string, int>();
        foreach (var other in others)
        {
            foreach (var stem in other.Telling)
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        Elsewhere = [.. counts.Keys];
        var own = statements.SelectMany(s => s.Telling).ToHashSet();
        // What stands above names what is spoken of.
        var above = string.Join(
            ' ',
            statements[0].Block.Cells.Select(cell => cell.Header).Prepend(statements[0].Block.Heading).Prepend(title)
        );
        All = [.. own, .. PlainWords.Of(above).Where(Tells.Something).Select(word => word.Stem)];
        // Who says it says other things too.
        var sayers = statements
            .SelectMany(s => s.Words)
            .Where(word => (Lexicon.ClassOf(word.Form) & Sayers) != 0)
            .Select(word => word.Stem)
            .ToHashSet();
        if (own.Count(stem => !sayers.Contains(stem)) >= 2)
            own.ExceptWith(sayers);
        var rare = own.Where(stem => counts.GetValueOrDefault(stem) < Common).ToHashSet();
        Telling = rare.Count >= 2 ? rare : own;
        Persons =
        [
            .. statements
                .SelectMany(s => s.Words)
                .Where(word => (Lexicon.ClassOf(word.Form) & WordClass.Person) != 0)
                .Select(word => word.Stem),
        ];
        Names = NamesOf(statements.SelectMany(s => s.Words.Skip(1)).Where(word => word.Capital));
        Figures = [.. statements.SelectMany(s => FiguresOf(s.Text))];
        Values = [.. statements.SelectMany(s => s.Words).Where(word => word.IsFigure || word.IsDay).Select(word => word.Form)];
        Months = [.. statements.SelectMany(s => s.Words).Where(Tells.ADate).Select(word => word.Form)];
        IsNotice = statements.Any(s => s.Block.IsNotice);
        HasDay = statements.Any(s => s.Words.Exists(word => word.IsDay));
        var harm = statements.Where(s => new Cues(s.Words, null).Has("Harm")).ToList();
        CountsHarm = Figures.Count > 0 && harm.Count > 0;
        DeniesHarm = harm.Exists(s => s.Words.Exists(word => word.Form is "nobody" or "no" or "none" or "without"));
    }

    /// <summary>The stems that tell the passage from the rest of the page.</summary>
    public HashSet<string> Telling { get; }

    /// <summary>All its stems that say something.</summary>
    public HashSet<string> All { get; }

    /// <summary>The stems of the rest of the page.</summary>
    public HashSet<string> Elsewhere { get; }

    /// <summary>Words for people, which every page has.</summary>
    public HashSet<string> Persons { get; }

    public HashSet<string> Names { get; }

    public IReadOnlyList<(Quantity Quantity, string Text)> Figures { get; }

    /// <summary>Its figures and days as they are compared.</summary>
    public HashSet<string> Values { get; }

    /// <summary>The months and days of the week that it names.</summary>
    public HashSet<string> Months { get; }

    public bool HasDay { get; }

    /// <summary>
    /// True where the page calls its own text by the name that others have for notices: the updates of a running report.
    /// </summary>
    public bool IsNotice { get; }

    /// <summary>True where it counts people who came to harm.</summary>
    public bool CountsHarm { get; }

    /// <summary>True for "nobody was hurt" and its like.</summary>
    public bool DeniesHarm { get; }

    /// <summary>The figures of a text with their words.</summary>
    public static List<(Quantity Quantity, string Text)> FiguresOf(string text)
    {
        List<Quantity> found = [];
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), found);
        return [.. found.Select(quantity => (quantity, quantity.Span.Of(text)))];
    }

    /// <summary>The stems of names.</summary>
    public static HashSet<string> NamesOf(IEnumerable<PlainWord> words) =>
        [.. words.Where(Tells.Something).Select(word => word.Stem)];
}
