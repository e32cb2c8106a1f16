namespace ClaimTracker.Extraction.Attribution;

/// <summary>A cue with its speaker, as token ranges; ends are exclusive.</summary>
/// <param name="CueStart">First token of the cue.</param>
/// <param name="CueEnd">After its last token.</param>
/// <param name="SourceStart">First token of the speaker.</param>
/// <param name="SourceEnd">After its last token.</param>
/// <param name="Weight">How sure it is that this is the sentence's source; 0 where nothing was found.</param>
internal readonly record struct Cue(int CueStart, int CueEnd, int SourceStart, int SourceEnd, int Weight)
{
    public int First => Math.Min(CueStart, SourceStart);

    public int Last => Math.Max(CueEnd, SourceEnd) - 1;
}
