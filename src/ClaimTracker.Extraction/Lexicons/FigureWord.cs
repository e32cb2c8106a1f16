namespace ClaimTracker.Extraction.Lexicons;

/// <summary>
/// What a word tells of the figure near it. The words of each class stand in <c>Lexicons/*.txt</c> under its name in small
/// letters, with hyphens: <c>counts-subject</c>.
/// </summary>
[Flags]
internal enum FigureWord : ulong
{
    None = 0,

    // The noun phrase behind a figure

    /// <summary>No noun phrase goes on over it: prepositions, conjunctions, pronouns, auxiliaries, the verbs of news.</summary>
    Stop = 1UL << 0,

    /// <summary>A plural or mass that does not show it by its "s": "people", "crew", "menus".</summary>
    Plural = 1UL << 1,

    /// <summary>In "s" and no plural: "news", "physics", "Texas".</summary>
    Singular = 1UL << 2,

    /// <summary>A plural that often stands before the noun it belongs to: "arms dealers", "police officers".</summary>
    Modifier = 1UL << 3,

    /// <summary>A verb that may stand before a noun as an adjective does: "confirmed cases", "lost jobs".</summary>
    Describing = 1UL << 4,

    /// <summary>What became of people, in the place of a noun: "12 dead and 30 wounded".</summary>
    Fate = 1UL << 5,

    /// <summary>A determiner, which opens a noun phrase and stands before no verb.</summary>
    OpensNoun = 1UL << 6,

    /// <summary>A pronoun behind "of", which names nothing: "84 of them".</summary>
    StandsForNoun = 1UL << 7,

    /// <summary>Counted in the singular before another noun: "a four cylinder engine".</summary>
    CountedSingle = 1UL << 8,

    /// <summary>Behind a hyphen, and not what is counted: "a one-time offer".</summary>
    NoMember = 1UL << 9,

    // The measure

    /// <summary>Behind "m" where it is metres: "2m apart", "the 100m race".</summary>
    BehindLength = 1UL << 10,

    /// <summary>Before it: "visibility of 50m".</summary>
    BeforeLength = 1UL << 11,

    /// <summary>Between a figure and its measure: "three consecutive days".</summary>
    BeforeUnit = 1UL << 12,

    /// <summary>Before degrees that only a letter names: "temperatures of 30 C".</summary>
    Temperature = 1UL << 13,

    /// <summary>Before pounds that are money: "fined 200 pounds".</summary>
    BeforeMoney = 1UL << 14,

    /// <summary>Behind "pounds of" where it is money: "pounds of debt".</summary>
    OfMoney = 1UL << 15,

    /// <summary>Before pounds that are a weight: "a catch of 2 million pounds".</summary>
    Weight = 1UL << 16,

    // Moving between two times

    /// <summary>Verbs and nouns of rising.</summary>
    Rise = 1UL << 17,

    /// <summary>Verbs and nouns of falling.</summary>
    Fall = 1UL << 18,

    /// <summary>Of moving, where the word alone does not say which way: "went", "revised", "doubled".</summary>
    Shift = 1UL << 19,

    /// <summary>Says by itself, right before a bare count, that it moved: "rose 12", where one "dropped 12 bombs".</summary>
    PlainMove = 1UL << 20,

    /// <summary>A noun of rising or falling: "a 3 % increase".</summary>
    MoveNoun = 1UL << 21,

    /// <summary>Between the verb and the figure: "rose sharply 12 %", "a further 3 %".</summary>
    MoveFiller = 1UL << 22,

    /// <summary>Before "up" and "down" that say where a figure went: "was up 3 %".</summary>
    BeforeUp = 1UL << 23,

    /// <summary>Another time that a figure is compared with: "3 % more than last year".</summary>
    Earlier = 1UL << 24,

    /// <summary>What people do with money by hand: "raised $3m", "cut $3m".</summary>
    ByHand = 1UL << 25,

    /// <summary>Of votes and matches, whose "12 to 3" is a result.</summary>
    Contest = 1UL << 26,

    /// <summary>Before "up to" that tells where to: "went up to 4.7 %".</summary>
    Moving = 1UL << 27,

    // How exact, how often

    /// <summary>Stands before a comparator: "well above", "just over".</summary>
    BoundAdverb = 1UL << 28,

    /// <summary>Before "or" and a comparator that it widens: "at or below", "met or exceeded".</summary>
    Equal = 1UL << 57,

    /// <summary>Of polls, whose points are percentage points.</summary>
    Poll = 1UL << 58,

    /// <summary>One thing that is called a pair: "a pair of trousers".</summary>
    Paired = 1UL << 59,

    /// <summary>Of an age: "the retirement age rises to 67", "the youngest is 16".</summary>
    OfAge = 1UL << 60,

    /// <summary>A person by kinship or youth, whose number between commas is an age: "his son, 9, was".</summary>
    Kin = 1UL << 61,

    /// <summary>Before four digits that are no year: "the median 1600".</summary>
    Average = 1UL << 62,

    /// <summary>A hyphen glues it to a figure and makes no name of it: "minus-40", "sub-200", "now-six-month-old".</summary>
    GluedPrefix = 1UL << 56,

    /// <summary>What a factor multiplies: "twice the size", "three times its value".</summary>
    FactorBase = 1UL << 29,

    /// <summary>Behind "the" or "last" where "twice" tells how often: "twice the following week".</summary>
    FactorTime = 1UL << 30,

    /// <summary>Between "as" and "as": "three times as many".</summary>
    Degree = 1UL << 31,

    /// <summary>Before a half that is a part of a match or a year: "the first half".</summary>
    BeforeHalf = 1UL << 32,

    // What a bare number is

    /// <summary>People, of whom "over 65" tells an age.</summary>
    Living = 1UL << 33,

    /// <summary>A number follows it as a name: "chapter 12".</summary>
    Label = 1UL << 34,

    /// <summary>A label that stands before a count too: "in the case 12 people".</summary>
    LabelOrCount = 1UL << 35,

    /// <summary>Ends the name of a street: "10 Downing Street".</summary>
    Street = 1UL << 36,

    /// <summary>Before "one" that counts nothing: "no one", "the one".</summary>
    NotBeforeOne = 1UL << 37,

    /// <summary>Behind "one" that counts nothing: "one of", "one another".</summary>
    NotBehindOne = 1UL << 38,

    /// <summary>Counted behind "one-": "a one-point lead".</summary>
    OneOf = 1UL << 39,

    /// <summary>Before "one day" that is counted: "in one day".</summary>
    BeforeOneDay = 1UL << 54,

    /// <summary>Behind a bare number that may be an age: "she was 82 when".</summary>
    BehindAge = 1UL << 55,

    /// <summary>Before "over three days" that bounds the time.</summary>
    TakesTime = 1UL << 40,

    /// <summary>A verb that "over" belongs to: "handed over".</summary>
    WithOver = 1UL << 41,

    // Rates

    /// <summary>A period that rates are told by: "a week".</summary>
    Period = 1UL << 42,

    /// <summary>A round or a head that anything is counted by: "27 points a game".</summary>
    Round = 1UL << 43,

    /// <summary>What a price is for: "$70 a barrel".</summary>
    Ware = 1UL << 44,

    /// <summary>Behind "a week" that is no rate: "a week ago".</summary>
    NoRate = 1UL << 45,

    // Whose figure it is

    /// <summary>A plural behind "one man in four" that makes the four a count: "in four cities".</summary>
    PlacePlural = 1UL << 46,

    /// <summary>A verb whose subject the figure counts: "jobless claims fell to 210,000".</summary>
    CountsSubject = 1UL << 47,

    /// <summary>A plural that a figure measures and does not count: "prices fell to 210".</summary>
    MeasuredPlural = 1UL << 48,

    /// <summary>A verb whose second figure counts what its first did: "won 12 seats, and Labour won 30".</summary>
    Gain = 1UL << 49,

    /// <summary>The same of harm: "killed 12 people and injured 30".</summary>
    Harm = 1UL << 50,

    // Times

    /// <summary>Behind a clock time: "10 pm", "noon".</summary>
    Clock = 1UL << 51,

    /// <summary>A zone of time: "1030 GMT".</summary>
    Zone = 1UL << 52,

    /// <summary>Before four digits that are a year: "since 1998".</summary>
    BeforeYear = 1UL << 53,
}
