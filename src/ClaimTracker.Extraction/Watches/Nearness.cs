namespace ClaimTracker.Extraction.Watches;

/// <summary>How near to the passage something stands.</summary>
internal enum Nearness
{
    /// <summary>In its block, or where its note marks point.</summary>
    Same,

    /// <summary>In the block before or after.</summary>
    Beside,

    /// <summary>Above it, at the head of the page, before its text begins.</summary>
    Head,

    /// <summary>Above it in the text.</summary>
    Above,

    /// <summary>Elsewhere in the text.</summary>
    Text,

    /// <summary>Beside the text.</summary>
    Outside,
}
