using System.Text;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain;

public sealed class PlainTextTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // Not as inline data, which a runner writes as UTF-8.
    [Fact]
    public void Gives_what_every_database_keeps()
    {
        foreach (
            var (text, kept) in new[]
            {
                ("", ""),
                ("Ångström 😀", "Ångström 😀"),
                ("a\0b\0", "ab"),
                ("\uD83D", "\uFFFD"),
                ("x\uDE00y", "x\uFFFDy"),
                ("\uD83D\uD83D\uDE00", "\uFFFD😀"),
                ("😀\uDE00", "😀\uFFFD"),
                ("\uD83D\0\uDE00", "\uFFFD\uFFFD"),
            }
        )
        {
            Assert.Equal(kept, PlainText.Of(text));
            _ = Strict.GetBytes(PlainText.Of(text));
        }
    }

    [Fact]
    public void Halves_no_character_wherever_it_cuts()
    {
        const string Text = "ab😀😀c😀defgh😀";
        for (var most = 2; most <= Text.Length + 1; most++)
        {
            var cut = PlainText.Shorten(Text, most);
            Assert.True(cut.Length <= most, cut);
            Assert.Equal(most >= Text.Length, cut == Text);
            _ = Strict.GetBytes(cut);
            _ = JsonSerializer.Serialize(cut);
        }
    }
}
