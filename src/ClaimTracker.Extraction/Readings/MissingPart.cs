namespace ClaimTracker.Extraction.Readings;

/// <summary>What a reader of the claim alone would have to ask.</summary>
public enum MissingPart
{
    /// <summary>A pronoun for people, or a group without a noun: "they", "12 of them".</summary>
    Who,

    /// <summary>A pronoun for a thing: "it", "that".</summary>
    What,

    /// <summary>"there", "here", or a happening without a place.</summary>
    Where,

    /// <summary>A time that only the story gives: "overnight", "two days later", or a happening without a time.</summary>
    When,

    /// <summary>A figure whose whole or event is not named: "the increase", "the victims".</summary>
    OfWhat,
}

/// <summary>What is missing, as people read it and claims keep it.</summary>
public static class MissingPartName
{
    /// <summary>The part in a word or two: "who", "of what".</summary>
    public static string Of(MissingPart part) => part == MissingPart.OfWhat ? "of what" : part.ToString().ToLowerInvariant();
}
