using System.Collections.Frozen;
using ClaimTracker.Extraction.Lexicons;

namespace ClaimTracker.Extraction.Times;

/// <summary>The words that the time scanner knows, in lower case.</summary>
internal static class TimeWords
{
    private const int Longest = 12;

    private static readonly FrozenDictionary<string, (Kind Kind, int Value)>.AlternateLookup<ReadOnlySpan<char>> Words = Build()
        .ToFrozenDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What <paramref name="word"/> means; <see cref="Kind.Other"/> where nothing.</summary>
    public static (Kind Kind, int Value) Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return (Kind.Other, 0);
        }

        Span<char> lower = stackalloc char[Longest];
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (!char.IsAsciiLetter(c))
            {
                return (Kind.Other, 0);
            }

            lower[i] = (char)(c | 0x20);
        }

        return Words.TryGetValue(lower[..word.Length], out var found) ? found : (Kind.Other, PastTense(lower[..word.Length]));
    }

    /// <summary>1 for a verb that ends in "ed", which speaks of the past unless "be" stands before it.</summary>
    private static int PastTense(ReadOnlySpan<char> word) => word.Length > 3 && word.EndsWith("ed") && word[^3] != 'e' ? 1 : 0;

    private static Dictionary<string, (Kind Kind, int Value)> Build()
    {
        var words = new Dictionary<string, (Kind Kind, int Value)>(StringComparer.Ordinal);
        Take(words, Kind.Month, "month");
        Take(words, Kind.Weekday, "weekday");
        Array.ForEach(["digit", "teen", "ten", "hundred"], numbers => Take(words, Kind.Number, numbers));
        words.Remove("zero");
        Take(words, Kind.Ordinal, "ordinal");
        Add(words, Kind.Vague, ("few", 3), ("couple", 2), ("several", 3), ("many", 3), ("dozen", 12), ("dozens", 24));
        Add(words, Kind.Season, ("winter", 0), ("spring", 1), ("summer", 2), ("autumn", 3), ("fall", 3));
        Unit(words, "second minute hour day week fortnight month year decade century weekend");
        Add(
            words,
            Kind.Unit,
            ("centuries", Units.Century + Units.Plural),
            ("yrs", Units.Year + Units.Plural),
            ("mins", Units.Minute + Units.Plural),
            ("hrs", Units.Hour + Units.Plural)
        );
        words["second"] = (Kind.Ordinal, 2);
        words["hours"] = (Kind.Hours, Units.Hour + Units.Plural);
        Add(
            words,
            Kind.DayPart,
            ("morning", 6),
            ("afternoon", 12),
            ("evening", 18),
            ("night", 20),
            ("dawn", 5),
            ("dusk", 18),
            ("nightfall", 18),
            ("lunchtime", 12),
            ("daybreak", 5),
            ("nights", 20),
            ("mornings", 6),
            ("noontime", 12)
        );
        Add(words, Kind.DayWord, ("today", 0), ("yesterday", -1), ("tomorrow", 1));
        All(words, Kind.Holiday, "christmas easter halloween thanksgiving juneteenth");
        Add(words, Kind.Noon, ("noon", 12), ("midday", 12), ("midnight", 0));
        Add(
            words,
            Kind.Decade,
            ("twenties", 1920),
            ("thirties", 1930),
            ("forties", 1940),
            ("fifties", 1950),
            ("sixties", 1960),
            ("seventies", 1970),
            ("eighties", 1980),
            ("nineties", 1990)
        );
        Add(words, Kind.Meridiem, ("am", 0), ("pm", 12));
        foreach (var use in WordFiles.Of("zone"))
            words[use.Word.ToLowerInvariant()] = (Kind.Zone, 0);
        Plain(words);
        Tense(words);
        All(
            words,
            Kind.Counted,
            "people persons men women children soldiers troops homes houses cases deaths dollars jobs workers infections "
                + "hospitalizations fatalities casualties survivors voters pupils "
                + "students members miles km kilometres kilometers metres meters feet tons tonnes votes drones missiles shells "
                + "civilians residents patients staff employees euros pounds personnel officers police vehicles buildings "
                + "households refugees migrants protesters square cubic degrees percent per mg kg g mph times pages points units "
                + "calories fans tickets seats participants volunteers prisoners victims bodies flights passengers hectares acres"
        );
        return words;
    }

    private static void Plain(Dictionary<string, (Kind Kind, int Value)> words)
    {
        Add(words, Kind.Overnight, ("overnight", 0));
        Add(words, Kind.Tonight, ("tonight", 0));
        All(words, Kind.Last, "last past");
        All(words, Kind.Previous, "previous preceding prior");
        All(words, Kind.This, "this current");
        All(words, Kind.Next, "next following");
        All(words, Kind.Coming, "coming upcoming forthcoming");
        All(words, Kind.Recent, "recent");
        All(words, Kind.Ago, "ago");
        All(words, Kind.Earlier, "earlier");
        All(words, Kind.Later, "later");
        All(words, Kind.Early, "early");
        All(words, Kind.Mid, "mid");
        All(words, Kind.Late, "late");
        All(words, Kind.Beginning, "beginning start");
        All(words, Kind.Middle, "middle");
        All(words, Kind.End, "end close");
        All(words, Kind.Half, "half");
        All(words, Kind.Quarter, "quarter");
        All(words, Kind.Small, "small wee");
        All(words, Kind.In, "in");
        All(words, Kind.On, "on");
        All(words, Kind.At, "at around");
        All(words, Kind.Since, "since");
        All(words, Kind.Until, "until till");
        All(words, Kind.By, "by");
        All(words, Kind.From, "from");
        Add(words, Kind.To, ("to", 0), ("through", 1), ("thru", 1), ("into", 2));
        All(words, Kind.Between, "between");
        All(words, Kind.And, "and");
        All(words, Kind.Of, "of");
        All(words, Kind.The, "the");
        All(words, Kind.A, "a an");
        All(words, Kind.During, "during throughout");
        All(words, Kind.Over, "over");
        All(words, Kind.For, "for");
        All(words, Kind.Within, "within inside");
        All(words, Kind.Before, "before");
        All(words, Kind.After, "after");
        All(words, Kind.Than, "than");
        All(words, Kind.About, "about nearly almost roughly approximately some barely exactly just");
        All(words, Kind.Old, "old");
    }

    private static void Tense(Dictionary<string, (Kind Kind, int Value)> words)
    {
        All(
            words,
            Kind.Future,
            "will shall due scheduled expected slated would ll must begins starts opens closes ends expires resumes "
                + "meets takes kicks applies remains reopens returns convenes concludes airs enters goes faces departs arrives"
        );
        Array.ForEach(
            "plans planned planning set expects intends aims hopes vowed pledged promised going wants".Split(' '),
            word => words[word] = (Kind.Future, Verbs.OnlyBeforeTo)
        );
        Array.ForEach(
            "meet go apply remain expire vote resume return gather".Split(' '),
            word => words[word] = (Kind.Future, Verbs.OnlyBehindPlural)
        );
        All(
            words,
            Kind.Past,
            "was were had did saw took made came went won lost held met began hit fell rose gave "
                + "left struck broke shot ran found sent built bought brought caught chose dealt drew drove ate flew fought fled forgot grew hid kept knew "
                + "led lent lay meant paid rode rang sang sank sold shook shone slept slid spent stole swept swam taught tore thought threw understood woke "
                + "wore sought burnt became withdrew overthrew rebuilt"
        );
        Array.ForEach("said told says wrote spoke tells".Split(' '), word => words[word] = (Kind.Past, Verbs.Saying));
        All(words, Kind.Be, "be been being have has");
        All(words, Kind.Is, "is are");
        All(
            words,
            Kind.PutOff,
            "adjourned postponed suspended extended delayed deferred remanded rescheduled closed shut barred"
        );
    }

    /// <summary>The words of a class of the word files, with their numbers.</summary>
    private static void Take(Dictionary<string, (Kind Kind, int Value)> words, Kind kind, string wordClass)
    {
        foreach (var use in WordFiles.Of(wordClass))
            words[use.Word] = (kind, (int)use.Number);
    }

    private static void Unit(Dictionary<string, (Kind Kind, int Value)> words, string list)
    {
        var value = 0;
        foreach (var word in list.Split(' '))
        {
            words[word] = (Kind.Unit, value);
            words[word + "s"] = (Kind.Unit, value++ + Units.Plural);
        }
    }

    private static void All(Dictionary<string, (Kind Kind, int Value)> words, Kind kind, string list) =>
        Array.ForEach(list.Split(' '), word => words[word] = (kind, 0));

    private static void Add(Dictionary<string, (Kind Kind, int Value)> words, Kind kind, params ReadOnlySpan<(string, int)> list)
    {
        foreach (var (word, value) in list)
        {
            words[word] = (kind, value);
        }
    }
}
