using System.Text;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Whether the runtime knows Unicode: without it an accent that is written in two ways is two words, and re-checks and matches
/// miss.
/// </summary>
internal static class UnicodeCheck
{
    /// <summary>What to tell whoever starts the program; null where all is well.</summary>
    public static string? Problem() =>
        "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9"
            ? null
            : """
                The program cannot start: this runtime does not normalize Unicode, so that “é” and “e” with an accent behind it would be different letters.
                  Take DOTNET_SYSTEM_GLOBALIZATION_INVARIANT out of the environment (container images set it to 1), and install ICU: on Debian the package libicu72 or newer.
                """;
}
