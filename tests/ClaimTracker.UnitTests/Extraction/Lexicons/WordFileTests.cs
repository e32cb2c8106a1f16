using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.UnitTests.Extraction.Lexicons;

/// <summary>What a person who adds a word is held to: one line a word, in classes that a reader asks for.</summary>
public sealed class WordFileTests
{
    /// <summary>The classes that hold a value, with what reads it.</summary>
    private static readonly string[] ValueClasses =
    [
        .. Enum.GetNames<NumberWordKind>().Select(name => name.ToLowerInvariant()),
        "ordinal",
        "suffix",
        "unit",
        "duration",
        "glued",
        "money",
        "mark",
        "month",
        "weekday",
        "before",
        "after",
    ];

    [Fact]
    public void A_word_stands_in_one_line_of_one_file() =>
        Assert.Empty(
            WordFiles
                .Uses.GroupBy(use => use.Word)
                .Where(word => word.Select(use => use.Line).Distinct().Count() > 1)
                .Select(word => $"{word.Key}: {string.Join("; ", word.Select(use => use.Line).Distinct())}")
        );

    [Fact]
    public void A_line_says_a_thing_once() =>
        Assert.Empty(
            WordFiles
                .Uses.GroupBy(use => (use.Word, use.Class))
                .Where(use => use.Count() > 1)
                .Select(use => $"{use.First().Line}: {use.Key.Class} stands twice")
        );

    [Fact]
    public void A_value_is_in_a_class_that_is_read() =>
        Assert.Empty(
            WordFiles
                .Uses.Where(use => use.Value.Length > 0 && !ValueClasses.Contains(use.Class))
                .Select(use => $"{use.Line}: nobody reads {use.Class}=")
        );

    [Fact]
    public void A_class_is_one_that_a_reader_knows()
    {
        var known = Enum.GetNames<FigureWord>()
            .Concat(Enum.GetNames<WordClass>())
            .Select(WordFiles.Hyphened)
            .Append("-")
            .ToHashSet();
        Assert.Empty(
            WordFiles
                .Uses.Where(use => use.Value.Length == 0 && !known.Contains(use.Class))
                .Select(use => $"{use.Line}: {use.Class}")
        );
    }

    [Fact]
    public void The_classes_of_figures_and_of_sentences_have_names_of_their_own() =>
        Assert.Empty(Enum.GetNames<FigureWord>().Intersect(Enum.GetNames<WordClass>()).Except(["None"]));

    [Fact]
    public void A_class_has_words() =>
        Assert.All(
            Enum.GetValues<FigureWord>().Except([FigureWord.None]),
            one => Assert.Contains(WordFiles.Uses, use => (FigureWords.Of(use.Word) & one) != 0)
        );

    [Fact]
    public void A_spelling_with_capitals_means_what_its_own_line_says()
    {
        Assert.True(UnitLexicon.TryFind("Nm", out var torque));
        Assert.True(UnitLexicon.TryFind("nm", out var length));
        Assert.False(UnitLexicon.TryFind("EV", out _));
        Assert.True(UnitLexicon.TryFind("KM", out var distance));
        Assert.Equal(("Nm", "nm", "km"), (torque, length, distance));
    }

    [Fact]
    public void A_table_finds_each_word_at_its_place_and_nothing_else()
    {
        var words = WordFiles.Uses.Select(use => use.Word).Distinct().ToList();
        var table = new WordTable(words);
        Assert.All(words, word => Assert.Equal(words.IndexOf(word), table.Find(word)));
        Assert.Equal(-1, table.Find(""));
        Assert.Equal(-1, table.Find("no word of any file"));
    }

    [Fact]
    public void The_table_of_units_names_its_source()
    {
        using var reader = new StreamReader(typeof(WordFiles).Assembly.GetManifestResourceStream("Lexicons/units.txt")!);
        var head = reader.ReadToEnd().Split('\n').TakeWhile(line => line.StartsWith('#'));
        Assert.Contains(head, line => line.Contains("SI brochure", StringComparison.Ordinal));
    }
}
