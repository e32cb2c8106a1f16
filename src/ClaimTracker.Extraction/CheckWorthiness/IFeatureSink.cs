namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>Takes features as they are found; a struct, so that scoring compiles to a sum with no calls.</summary>
internal interface IFeatureSink
{
    /// <summary>A word feature.</summary>
    void Word(uint hash);

    /// <summary>A character feature.</summary>
    void Character(uint hash);

    /// <summary>A feature of the sentence's build: grammar, classes of words, figures, marks.</summary>
    void Build(uint hash);
}
