namespace ClaimTracker.Extraction.Readings;

/// <summary>A cue with its speaker, as token ranges; ends are exclusive.</summary>
/// <param name="CueStart">First token of the cue.</param>
/// <param name="CueEnd">After its last token.</param>
/// <param name="SourceStart">First token of the speaker.</param>
/// <param name="SourceEnd">After its last token.</param>
/// <param name="Weight">How sure it is that this is the sentence's source; 0 where nothing was found.</param>
internal readonly record struct Cue(int CueStart, int CueEnd, int SourceStart, int SourceEnd, int Weight)
{
    /// <summary>Tokens before both that belong to the speaker: "the governor, Lena Ortiz, said".</summary>
    public int Lead { get; init; }

    /// <summary>True for a name that stands as a label before a colon, and for one that signs a quotation.</summary>
    public bool IsLabel { get; init; }

    public int First => Math.Min(CueStart, SourceStart) - Lead;

    public int Last => Math.Max(CueEnd, SourceEnd) - 1;
}
