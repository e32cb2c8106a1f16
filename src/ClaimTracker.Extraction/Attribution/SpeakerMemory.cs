namespace ClaimTracker.Extraction.Attribution;

/// <summary>Who was named before, so that "he said" and "it added" can be put down to someone.</summary>
internal sealed class SpeakerMemory
{
    private string? _person;
    private string? _organisation;
    private string? _group;

    /// <summary>Notes a speaker or the subject of a sentence.</summary>
    public void Note(string name, SpeakerKind kind)
    {
        switch (kind)
        {
            case SpeakerKind.Person:
                _person = name;
                break;
            case SpeakerKind.Group:
                _group = name;
                break;
            default:
                _organisation = name;
                break;
        }
    }

    /// <summary>Whom a pronoun means; null where nobody was named who fits.</summary>
    public string? Resolve(ReadOnlySpan<char> pronoun) =>
        pronoun.Equals("it", StringComparison.OrdinalIgnoreCase) ? _organisation
        : pronoun.Equals("they", StringComparison.OrdinalIgnoreCase) ? _group ?? _organisation
        : _person;
}
