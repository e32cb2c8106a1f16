using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Who was named before, so that "he said" and "it added" can be put down to someone. Where two fit, nobody is.
/// </summary>
internal sealed class SpeakerMemory
{
    private const int MostPersons = 8;

    private static readonly WordSet Men = new("Mr Mr. Sir Lord King Prince");
    private static readonly WordSet Women = new("Mrs Mrs. Ms Ms. Lady Queen Princess Chairwoman Spokeswoman");

    private readonly List<Person> _persons = new(MostPersons);
    private string? _organisation;
    private string? _group;
    private int _sentence;
    private int _stranger = -1;

    /// <summary>Notes a speaker or the subject of a sentence.</summary>
    public void Note(string name, SpeakerKind kind)
    {
        switch (kind)
        {
            case SpeakerKind.Person when name.Contains(" and ", StringComparison.Ordinal):
                _group = name;
                break;
            case SpeakerKind.Person:
                NotePerson(name);
                break;
            case SpeakerKind.Group:
                _group = name;
                break;
            default:
                _organisation = name;
                break;
        }
    }

    /// <summary>Ends a sentence: whoever is known and named in it may be whom the next one's pronoun means.</summary>
    public void Follow(string text, TokenBuffer tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsName)
                continue;
            if (IsStranger(text, tokens, i))
                _stranger = _sentence;
            if (BoundGender(text, tokens, i + 1) is var bound and not Gender.Unknown && i > 0 && tokens[i - 1].IsName)
            {
                NotePerson(text[tokens[i - 1].Start..tokens[i].StemEnd]);
                _persons[^1] = _persons[^1] with { Gender = bound };
            }

            if (IntroducedPerson.EndOf(text, tokens, i) is var introduced && introduced > i)
            {
                var isNew = IndexOf(LastWord(text[tokens[i].Start..tokens[introduced - 1].End])) < 0;
                NotePerson(text[tokens[i].Start..tokens[introduced - 1].End]);
                if (isNew)
                    _persons[^1] = _persons[^1] with { OnlyNamed = true };
            }

            if (IndexOf(text.AsSpan(tokens[i].Start, tokens[i].StemEnd - tokens[i].Start)) is var known && known >= 0)
                _persons[known] = _persons[known] with { Sentence = _sentence };
            else if (tokens[i].Is(WordClass.Title) && TitledEnd(tokens, i) is var end && end > i)
                NotePerson(text[tokens[i].Start..tokens[end - 1].StemEnd]);
        }

        _sentence++;
    }

    /// <summary>"Fiona Marsh and her husband": the pronoun is bound to the name right before it.</summary>
    private static Gender BoundGender(string text, TokenBuffer tokens, int and) =>
        !tokens.WordIs(text, and, "and") ? Gender.Unknown
        : tokens.WordIs(text, and + 1, "her") ? Gender.Woman
        : tokens.WordIs(text, and + 1, "his") ? Gender.Man
        : Gender.Unknown;

    /// <summary>Behind "Mr Lars Holm", "Senator Okafor"; the title itself where no name follows it.</summary>
    private static int TitledEnd(TokenBuffer tokens, int title)
    {
        var end = title + 1;
        while (
            end < tokens.Count
            && tokens[end].IsName
            && !tokens[end].Is(WordClass.Agent | WordClass.Outlet | WordClass.Place | WordClass.TimeWord)
        )
        {
            end++;
        }

        return end > title + 1 && !tokens[end - 1].Is(WordClass.Title) ? end : title;
    }

    /// <summary>Whom a pronoun means; null where nobody was named who fits, or more than one.</summary>
    public string? Resolve(ReadOnlySpan<char> pronoun)
    {
        if (pronoun.Equals("it", StringComparison.OrdinalIgnoreCase))
            return _organisation;
        if (pronoun.Equals("they", StringComparison.OrdinalIgnoreCase))
            return _group ?? _organisation;
        var gender = pronoun.Equals("she", StringComparison.OrdinalIgnoreCase) ? Gender.Woman : Gender.Man;
        if (Nearest(gender) is not (>= 0 and var index))
            return null;
        _persons[index] = _persons[index] with { Gender = gender };
        return _persons[index].Name;
    }

    /// <summary>
    /// The one person of that gender, by title or by a pronoun bound to the name, whom the sentence before named.
    /// </summary>
    public string? Sure(ReadOnlySpan<char> pronoun)
    {
        var gender = pronoun.Equals("she", StringComparison.OrdinalIgnoreCase) ? Gender.Woman : Gender.Man;
        return
            Nearest(gender) is >= 0 and var index && _persons[index].Gender == gender && _persons[index].Sentence == _sentence - 1
            ? _persons[index].Name
            : null;
    }

    /// <summary>True where a pronoun could mean either of two persons whom the same sentence named.</summary>
    public bool IsOpen(ReadOnlySpan<char> pronoun) =>
        Nearest(pronoun.Equals("she", StringComparison.OrdinalIgnoreCase) ? Gender.Woman : Gender.Man) == Several;

    private const int None = -1;
    private const int Several = -2;

    /// <summary>The person of that gender, or of none known, whom the latest sentence named.</summary>
    private int Nearest(Gender gender)
    {
        var nearest = None;
        var sentence = -1;
        for (var i = 0; i < _persons.Count; i++)
        {
            if (_persons[i].Gender is not Gender.Unknown && _persons[i].Gender != gender)
                continue;
            // Who did nothing yet is meant by the next sentence only: behind it somebody else may have come.
            if (_persons[i].OnlyNamed && _persons[i].Sentence < _sentence - 1)
                continue;
            if (_persons[i].Sentence > sentence)
                (nearest, sentence) = (i, _persons[i].Sentence);
            else if (_persons[i].Sentence == sentence)
                nearest = Several;
        }

        // Somebody who was never introduced did something there as well.
        return sentence >= 0 && sentence == _stranger ? Several : nearest;
    }

    /// <summary>"…, Bloomberg endorsed": one name that is not known and does something.</summary>
    private bool IsStranger(string text, TokenBuffer tokens, int name)
    {
        const WordClass Doing = WordClass.PastVerb | WordClass.EndsInEd | WordClass.Say;
        return name + 1 < tokens.Count
            && tokens[name].Class == WordClass.None
            && tokens[name].Shape == TokenShape.Capitalized
            && tokens[name + 1].Is(Doing)
            && !tokens[name + 1].IsName
            && (name == 0 || !tokens[name - 1].IsWord || tokens[name - 1].Is(WordClass.Conjunction | WordClass.Subordinator))
            && IndexOf(text.AsSpan(tokens[name].Start, tokens[name].StemEnd - tokens[name].Start)) < 0;
    }

    private void NotePerson(string name)
    {
        var first = name.AsSpan(0, Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal)));
        var gender =
            Men.Has(first) ? Gender.Man
            : Women.Has(first) ? Gender.Woman
            : Gender.Unknown;
        var index = IndexOf(LastWord(name));
        if (index >= 0)
        {
            _persons[index] = new Person(name, gender == Gender.Unknown ? _persons[index].Gender : gender, _sentence);
            return;
        }

        if (_persons.Count == MostPersons)
            _persons.RemoveAt(0);
        _persons.Add(new Person(name, gender, _sentence));
    }

    private int IndexOf(ReadOnlySpan<char> surname)
    {
        for (var i = 0; i < _persons.Count; i++)
        {
            if (LastWord(_persons[i].Name).Equals(surname, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private static ReadOnlySpan<char> LastWord(string name) => name.AsSpan(name.LastIndexOf(' ') + 1);

    private enum Gender
    {
        Unknown,
        Man,
        Woman,
    }

    private readonly record struct Person(string Name, Gender Gender, int Sentence)
    {
        /// <summary>Named beside what somebody else did.</summary>
        public bool OnlyNamed { get; init; }
    }
}
