using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Long and short forms of one name: "US President Joe Biden" and "Biden", "World Health Organization" and WHO.
/// </summary>
internal static class Names
{
    private const int ShortestAcronym = 3;

    // What a place, a club or a company begins with is no given name: York is not New York.
    private static readonly WordSet Firsts = new(
        "north south east west northern southern eastern western central new old great upper lower san santa "
            + "saint st los las el la le real "
            + "inter atletico royal port fort lake mount cape air bank hong abu tel sierra costa equatorial inner "
            + "outer puerto sri burkina papua trinidad bosnia"
    );

    // Families of whom news speaks by a name that stands first.
    private static readonly WordSet FamilyFirst = new("xi kim moon yoon tsai");

    private static readonly string[] Origins = ["ian", "ean", "ese", "ish", "aqi", "ani"];

    private static readonly WordSet OfAnother = new("former ex vice deputy acting interim assistant incoming outgoing late then");

    /// <summary>Parts of a name that may be left out since the other statement names the same in short.</summary>
    public static List<Part> LeftOut(PartPairing pairing)
    {
        var (one, other) = (pairing.LeftOfOne, pairing.LeftOfOther);
        var left = new List<Part>();
        foreach (
            var (here, there) in pairing.Pairs.Where(pair =>
                IsSurname(pair.One, pairing.One) && IsSurname(pair.Other, pairing.Other)
            )
        )
        {
            if (!here.Piece.Capital || !there.Piece.Capital || !(here.Piece.Name || there.Piece.Name))
                continue;
            var (before, beforeThere) = (Before(here, one, pairing.One), Before(there, other, pairing.Other));
            if (Conflict(before, beforeThere) || Conflict(beforeThere, before))
                continue;
            if (MayGo(before, here))
                left.AddRange(before);
            if (MayGo(beforeThere, there))
                left.AddRange(beforeThere);
        }

        left.AddRange(AfterFamilyName(pairing.One, one, pairing).Concat(AfterFamilyName(pairing.Other, other, pairing)));
        return left;
    }

    private static IEnumerable<Part> AfterFamilyName(IReadOnlyList<Part> all, List<Part> left, PartPairing pairing) =>
        all.Where(part => part.Piece.Capital && FamilyFirst.Has(part.Piece.Plain) && pairing.Has(part))
            .SelectMany(family => left.Where(part => part.Chunk == family.Chunk && part.Place > family.Place && part.Piece.Name));

    /// <summary>Takes initials and the name that they stand for to be one.</summary>
    public static void JoinInitials(PartPairing pairing)
    {
        JoinInitials(pairing, pairing.LeftOfOne, pairing.LeftOfOther, turned: false);
        JoinInitials(pairing, pairing.LeftOfOther, pairing.LeftOfOne, turned: true);
    }

    private static void JoinInitials(PartPairing pairing, List<Part> shorts, List<Part> longs, bool turned)
    {
        foreach (
            var initials in shorts.Where(part =>
                part.Piece is { IsWord: true, Text.Length: >= ShortestAcronym } && part.Piece.Text.All(char.IsUpper)
            )
        )
        {
            var capitals = longs.FindAll(part => part.Piece is { Capital: true, IsWord: true });
            for (var at = 0; at + initials.Piece.Text.Length <= capitals.Count; at++)
            {
                var run = capitals.GetRange(at, initials.Piece.Text.Length);
                if (
                    run[^1].Number - run[0].Number >= run.Count
                    || string.Concat(run.Select(part => char.ToUpperInvariant(part.Piece.Plain[0]))) != initials.Piece.Text
                )
                {
                    continue;
                }

                // All of the name stand for the one short word, which stands where the first of them does.
                run.Reverse();
                foreach (var part in run)
                    pairing.Join(turned ? part : initials, turned ? initials : part);
                break;
            }
        }
    }

    // What is left over before a surname, as far as names and titles reach.
    private static List<Part> Before(Part surname, List<Part> left, IReadOnlyList<Part> all)
    {
        var before = all.Where(part => part.Chunk == surname.Chunk && part.Place < surname.Place).Reverse().ToList();
        var titled = before.FindLastIndex(part => part.Piece.Title);
        var named = before.TakeWhile(part => part.Piece.Name || part.Piece.Title).Count();
        return [.. before.Take(titled >= 0 && titled < named ? before.Count : named).Where(left.Contains).Reverse()];
    }

    private static bool IsSurname(Part part, IReadOnlyList<Part> all) =>
        part.Piece is { IsWord: true, Capital: true, Title: false }
        && !(part.Chunk.Head is { } head && part.Chunk.Pieces.IndexOf(head) < part.Place)
        && Lexicon.ClassOf(part.Piece.Plain) == WordClass.None
        && !all.Any(next => next.Chunk == part.Chunk && next.Place == part.Place + 1 && next.Piece.Name && !part.Piece.Owner);

    // Two given names, two offices, or an office and a former one are of two persons.
    private static bool Conflict(List<Part> one, List<Part> other) =>
        (one.Exists(IsMan) && other.Exists(IsWoman))
        || (one.Exists(IsGiven) && other.Exists(IsGiven))
        || (one.Exists(IsOffice) && other.Exists(IsOffice));

    private static bool IsMan(Part part) => part.Piece.Plain is "mr" or "sir";

    private static bool IsWoman(Part part) => part.Piece.Plain is "mrs" or "ms" or "lady";

    private static bool IsGiven(Part part) =>
        part.Piece is { Name: true, Title: false } && !IsPlace(part) && part.Piece.Key == Spelling.OfName(part.Piece.Plain);

    private static bool IsOffice(Part part) => part.Piece is { Title: true, Plain: not ("mr" or "mrs" or "ms" or "dr" or "sir") };

    private static bool MayGo(List<Part> before, Part surname)
    {
        if (before.Count == 0)
            return false;
        var titled = surname
            .Chunk.Pieces.Take(surname.Place)
            .Any(piece => piece.Title && !before.Exists(part => part.Piece == piece));
        // "Vice", "former" beside a title that both have make another office.
        if (titled)
            return before.TrueForAll(part => part.Piece.Capital && !OfAnother.Has(part.Piece.Plain));
        var title = before.FindLastIndex(part => part.Piece.Title);
        // Where no title stands, a capital before a name is a given name; behind "in" and the like it is a place.
        if (title < 0 && surname.Chunk.Link is "in" or "near" or "off" or "outside" or "under" or "over")
            return false;
        return before
            .Skip(title + 1)
            .All(part => IsGiven(part) && !Firsts.Has(part.Piece.Plain) && !(surname.Piece.Plural && IsOrigin(part.Piece.Plain)));
    }

    // "Bosnian Serbs" are some of the Serbs.
    private static bool IsOrigin(string plain) =>
        Array.Exists(Origins, ending => plain.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsPlace(Part part) => (Lexicon.ClassOf(part.Piece.Plain) & WordClass.Place) != 0;
}
