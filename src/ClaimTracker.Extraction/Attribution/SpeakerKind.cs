namespace ClaimTracker.Extraction.Attribution;

/// <summary>Which pronoun a speaker goes by.</summary>
internal enum SpeakerKind
{
    /// <summary>he, she</summary>
    Person,

    /// <summary>it</summary>
    Organisation,

    /// <summary>they</summary>
    Group,
}
