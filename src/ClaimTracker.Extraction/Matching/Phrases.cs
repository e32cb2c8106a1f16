namespace ClaimTracker.Extraction.Matching;

/// <summary>Words in a row that say what fewer say, out of <c>phrases.txt</c>: "lost their lives", died.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, List<((string Key, string Plain)[] Long, string[] Short)>> ByFirst = Read();

    /// <summary>
    /// Puts the shorter words in place of the longer ones, the longest phrase first; a second time for phrases that this made.
    /// </summary>
    public static void Rewrite(List<Piece> pieces)
    {
        Pass(pieces);
        Pass(pieces);
    }

    /// <summary>True where a phrase begins with a verb and a particle.</summary>
    public static bool Begins(Piece verb, Piece particle) =>
        ByFirst.TryGetValue(verb.Key, out var phrases)
        && phrases.Exists(phrase => phrase.Long.Length > 1 && phrase.Long[1].Plain == particle.Plain);

    private static void Pass(List<Piece> pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (!pieces[at].IsWord)
                continue;
            if (!ByFirst.TryGetValue(pieces[at].Key, out var phrases) && !ByFirst.TryGetValue(pieces[at].Common, out phrases))
                continue;
            foreach (var (longer, shorter) in phrases)
            {
                if (!Stands(pieces, at, longer))
                    continue;
                Replace(pieces, at, longer.Length, shorter);
                at += shorter.Length - 1;
                break;
            }
        }
    }

    private static bool Stands(List<Piece> pieces, int at, (string Key, string Plain)[] phrase)
    {
        if (at + phrase.Length > pieces.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var piece = pieces[at + i];
            if (piece.Kind == PieceKind.Figure && (phrase[i].Key == "#" || (phrase[i].Key == "#u" && !piece.Counts)))
                continue;
            if (!piece.IsWord || !Is(piece, phrase[i].Key, phrase[i].Plain))
                return false;
        }

        return true;
    }

    private static bool Is(Piece piece, string key, string plain) =>
        key switch
        {
            "*" => SmallWords.IsOwner(piece.Plain),
            "=" => piece.Plain == plain,
            _ => piece.Key == key || piece.Plain == plain || piece.Common == key,
        };

    private static void Replace(List<Piece> pieces, int at, int count, string[] by)
    {
        var taken = pieces.GetRange(at, count);
        var text = string.Join(' ', taken.Select(piece => piece.Text));
        pieces.RemoveRange(at, count);
        var figure = taken.Find(piece => piece.Kind == PieceKind.Figure);

        // "Wages rose" are no "wage rise": what was the verb still is.
        Piece? Kept(string word) =>
            taken.Find(piece => piece is { IsWord: true, Past: true } && piece.Key == Senses.Of(word, false));
        var keeps = by.Skip(1).Any(word => Kept(word) is not null);
        pieces.InsertRange(
            at,
            by.Select(
                (word, i) =>
                    word == "#" ? figure!
                    : i > 0 && Kept(word) is { } verb ? verb
                    : new Piece(
                        PieceKind.Word,
                        i == 0 ? text : word,
                        i == 0 || word == "be" ? Plain(word, taken) : word,
                        Senses.Of(word, false)
                    )
                    {
                        Name = taken.Exists(piece => piece.Name),
                        Title = taken.Exists(piece => piece.Title),
                        Capital = taken.Exists(piece => piece.Capital),
                        Past = (i == 0 && !keeps && taken.Exists(IsPast)) || VerbForms.IsPast(word),
                        Side = taken[0].Side,
                        Owner = i == by.Length - 1 && taken[^1].Owner,
                    }
            )
        );
    }

    private static bool IsPast(Piece piece) => piece.Past || piece.Plain is "was" or "were";

    // "Served as" was, "serves as" is: to be says by its form when it was. "Is taking over": what goes on still does.
    private static string Plain(string word, List<Piece> taken) =>
        word != "be"
            ? GoesOn(word, taken[0])
                ? word + Going
                : word
            : taken.Exists(IsPast)
                ? "was"
                : "is";

    private const string Going = "ing";

    private static bool GoesOn(string word, Piece first) =>
        first.Plain.Length > Going.Length + 2
        && first.Plain.EndsWith(Going, StringComparison.Ordinal)
        && Links.Of(word) is null
        && !SmallWords.IsHelper(word)
        && !word.EndsWith(Going, StringComparison.Ordinal)
        && VerbForms.IsPresent(word);

    private static Dictionary<string, List<((string Key, string Plain)[], string[])>> Read() =>
        Senses
            .Lines("phrases.txt")
            .Select(line => line.Split('>', StringSplitOptions.TrimEntries))
            .Select(parts => (Long: Keys(parts[0]), Short: parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .OrderByDescending(phrase => phrase.Long.Length)
            .GroupBy(phrase => phrase.Long[0].Key == "=" ? Senses.Of(phrase.Long[0].Plain, false) : phrase.Long[0].Key)
            .ToDictionary(group => group.Key, group => group.ToList());

    private static (string Key, string Plain)[] Keys(string words)
    {
        var read = new List<MatchWord>();
        var keys = new List<(string, string)>();
        foreach (var word in words.Split(' '))
        {
            if (word is "*" or "#" or "#u")
            {
                keys.Add((word, word));
                continue;
            }

            if (word[0] == '=')
            {
                keys.Add(("=", word[1..]));
                continue;
            }

            read.Clear();
            WordReader.Read(word, read);
            keys.AddRange(read.Select(part => (Senses.Of(part.Plain, false), part.Plain)));
        }

        return [.. keys];
    }
}
