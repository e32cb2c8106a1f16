using ClaimTracker.Web.Pages.Desk;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class SentenceReaderTests
{
    [Fact]
    public void Finds_the_sentence_where_it_is_expected()
    {
        var (before, after) = SentenceReader.Around("It rained. It rained. It stopped.", "It rained.", 11);
        Assert.Equal(("It rained. ", " It stopped."), (before, after));
    }

    [Fact]
    public void Finds_a_sentence_that_emoji_before_it_moved_to_the_left()
    {
        var (before, after) = SentenceReader.Around("Sun. It rained. It stopped.", "It rained.", 9);
        Assert.Equal(("Sun. ", " It stopped."), (before, after));
    }

    [Fact]
    public void Cuts_long_surroundings_at_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("word", 200));
        var window = $"{filler} It rained. {filler}";

        var (before, after) = SentenceReader.Around(window, "It rained.", filler.Length + 1);

        Assert.StartsWith("…word ", before, StringComparison.Ordinal);
        Assert.EndsWith(" word…", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_no_surroundings_where_the_sentence_is_not_in_the_window() =>
        Assert.Equal(("", ""), SentenceReader.Around("Nothing of it.", "It rained.", 3));
}
