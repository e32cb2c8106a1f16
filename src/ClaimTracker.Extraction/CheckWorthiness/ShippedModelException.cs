namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// The model that comes with the program was not made for it: the build is wrong, and nothing of the desk's mends it.
/// </summary>
public sealed class ShippedModelException(FormatException wrong)
    : Exception(
        "The scoring model that comes with the program does not belong to it, so nothing can be scored.\n"
            + $"  {wrong.Message}\n  Build the program with a model that “claimtracker train” made for its features.",
        wrong
    );
