namespace ClaimTracker.Extraction.Text;

/// <summary>Letters without their accents, so that "Erdoğan" and "Erdogan" meet.</summary>
internal static class Latin
{
    private const string From = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķłļľñńņňòóôõöøōőŕřśşšșţťțùúûüūůűųýÿžźż";
    private const string To = "aaaaaaaaacccddeeeeeeeeggiiiiiiiklllnnnnoooooooorrsssstttuuuuuuuuyyzzz";

    /// <summary>A lower-case letter without its accent.</summary>
    public static char Fold(char c) =>
        c < 'à' ? c
        : From.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? To[at]
        : c;
}
