using DiffPlex;
using DiffPlex.Chunkers;

namespace ClaimTracker.Web.Wording;

/// <summary>Words of one of two texts that follow each other.</summary>
/// <param name="Text">The words, with the blanks between them.</param>
/// <param name="Differs">True where the other text has not got them there.</param>
public sealed record WordRun(string Text, bool Differs);

/// <summary>Two texts side by side: which words went, and which came.</summary>
/// <param name="Was">The older text, in order.</param>
/// <param name="Now">The newer one.</param>
public sealed record WordDifference(IReadOnlyList<WordRun> Was, IReadOnlyList<WordRun> Now)
{
    // By blanks alone: a figure is one word, with its commas and points.
    private static readonly DelimiterChunker Words = new([' ', '\t', '\n']);

    /// <summary>Compares word by word.</summary>
    public static WordDifference Of(string was, string now)
    {
        var differences = new Differ().CreateDiffs(was, now, ignoreWhiteSpace: false, ignoreCase: false, Words);
        return new WordDifference(
            Runs(differences.PiecesOld, differences.DiffBlocks.Select(block => (block.DeleteStartA, block.DeleteCountA))),
            Runs(differences.PiecesNew, differences.DiffBlocks.Select(block => (block.InsertStartB, block.InsertCountB)))
        );
    }

    private static List<WordRun> Runs(IReadOnlyList<string> pieces, IEnumerable<(int Start, int Count)> differing)
    {
        List<WordRun> runs = [];
        var at = 0;
        foreach (var (start, count) in differing)
        {
            Add(runs, pieces, at, start, differs: false);
            Add(runs, pieces, start, start + count, differs: true);
            at = start + count;
        }

        Add(runs, pieces, at, pieces.Count, differs: false);
        return runs;
    }

    private static void Add(List<WordRun> runs, IReadOnlyList<string> pieces, int from, int to, bool differs)
    {
        if (to > from)
            runs.Add(new WordRun(string.Concat(pieces.Skip(from).Take(to - from)), differs));
    }
}
