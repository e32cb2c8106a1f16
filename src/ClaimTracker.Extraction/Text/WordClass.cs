namespace ClaimTracker.Extraction.Text;

/// <summary>
/// What a word can do in a news sentence. The words of each class stand in <c>Lexicons/*.txt</c> under its name in small letters,
/// with hyphens: <c>weak-say</c>.
/// </summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    // Who says it
    Say = 1UL << 0,
    WeakSay = 1UL << 1,
    Agent = 1UL << 2,
    Title = 1UL << 3,
    Outlet = 1UL << 4,
    ReportNoun = 1UL << 5,
    Pronoun = 1UL << 6,
    FirstPerson = 1UL << 7,
    SecondPerson = 1UL << 8,

    // How sure it is
    Hedge = 1UL << 9,
    Negation = 1UL << 10,
    Conditional = 1UL << 11,
    Modal = 1UL << 12,
    Future = 1UL << 13,
    Intention = 1UL << 14,
    Opinion = 1UL << 15,
    Question = 1UL << 16,
    Advice = 1UL << 17,
    Vague = 1UL << 18,

    // What it is about
    Casualty = 1UL << 19,
    Person = 1UL << 20,
    Weapon = 1UL << 21,
    Attack = 1UL << 22,
    Legal = 1UL << 23,
    LegalContext = 1UL << 24,
    Superlative = 1UL << 25,
    Trend = 1UL << 26,
    TrendNoun = 1UL << 27,
    Event = 1UL << 28,
    EventNoun = 1UL << 29,
    Talk = 1UL << 30,
    Rate = 1UL << 31,

    // Grammar
    Preposition = 1UL << 32,
    Determiner = 1UL << 33,
    Conjunction = 1UL << 34,
    Auxiliary = 1UL << 35,
    Relative = 1UL << 36,
    Subordinator = 1UL << 37,
    Adverb = 1UL << 38,
    Opener = 1UL << 39,
    NumberWord = 1UL << 40,
    PastVerb = 1UL << 41,

    // Where and when
    Place = 1UL << 42,
    PlaceNoun = 1UL << 43,
    TimeWord = 1UL << 44,

    /// <summary>Set by shape, not by the lexicon: a word ending in -ed.</summary>
    EndsInEd = 1UL << 45,
}
