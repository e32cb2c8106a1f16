namespace ClaimTracker.Extraction.Matching;

/// <summary>Who or what is of a place, where its name tells: Kenya and "Kenyan", Texas and "Texans".</summary>
internal static class Demonyms
{
    private const int ShortestPlace = 4;

    private static readonly string[] Endings = ["n", "an", "ian", "ese", "i", "er", "ish", "ic"];

    /// <summary>True where <paramref name="folk"/> says that something is of <paramref name="place"/>.</summary>
    public static bool Of(Part place, Part folk) => IsOfFolk(folk) && IsOf(place.Piece.Plain, folk.Piece.Plain);

    // "Marian Elstree" is no Elstree of Maria: behind the word for a place stands what is of it, and before it no given name.
    private static bool IsOfFolk(Part folk)
    {
        var (pieces, at) = (folk.Chunk.Pieces, folk.Place);
        return !(at + 1 < pieces.Count && pieces[at + 1] is { Name: true, Title: false } && !IsLast(pieces, at + 1))
            && !(at > 0 && pieces[at - 1] is { Name: true, Owner: false, Title: false });
    }

    // "The Kenyan Ruth Chebet": several names, or a word between.
    private static bool IsLast(List<Piece> pieces, int at) => at + 1 < pieces.Count && pieces[at + 1].Name;

    private static bool IsOf(string place, string folk)
    {
        if (place.Length < ShortestPlace || folk.Length <= ShortestPlace)
            return false;
        var one = folk[^1] == 's' ? folk[..^1] : folk;
        return Roots(place).Any(root => Endings.Any(ending => root.Length + ending.Length == one.Length && one == root + ending));
    }

    // Mexic-o, Ital-y, Po-land, Tex-as.
    private static IEnumerable<string> Roots(string place)
    {
        yield return place;
        if (place[^1] is 'a' or 'e' or 'o' or 'y' or 'i')
            yield return place[..^1];
        if (place.EndsWith("ia", StringComparison.Ordinal) || place.EndsWith("as", StringComparison.Ordinal))
            yield return place[..^2];
        if (place.EndsWith("land", StringComparison.Ordinal))
            yield return place[..^4];
    }
}
