using System.Text.RegularExpressions;

namespace ClaimTracker.Domain;

/// <summary>Whether what a source says can come to differ. The later in this list, the less a look at it says.</summary>
public enum SourceNature
{
    /// <summary>Its page is kept up to date, so that a look at it says what is so today.</summary>
    Living,

    /// <summary>An article of a day: a correction in it counts, and that it stands says nothing of today.</summary>
    Dated,

    /// <summary>It cannot change: a copy, a pinned revision, or nothing that could be looked at.</summary>
    Frozen,
}

/// <summary>What an address alone says of a source's nature.</summary>
public static partial class SourceNatures
{
    /// <summary>
    /// Frozen for what has no address, for a copy in a known archive and for a pinned revision; null where only the page can say.
    /// </summary>
    public static SourceNature? OfAddress(string? address)
    {
        if (WebAddress.Link(address) is not { } url)
            return SourceNature.Frozen;
        var place = url.IdnHost.ToLowerInvariant() + url.PathAndQuery;
        return Copies().IsMatch(place) || Revisions().IsMatch(place) ? SourceNature.Frozen : null;
    }

    // Archives whose copies have addresses of their own. Their lists of copies, and their newest copy, change.
    [GeneratedRegex(
        @"^(web\.archive\.org/web/\d{4,14}[a-z_]*/"
            + @"|archive\.(today|ph|is|li|vn|fo|md)/(?!newest/|oldest/|submit|search|offset)(\d{4,14}/.|[A-Za-z0-9]{4,6}$)"
            + @"|perma\.cc/[A-Z0-9]{4}-[A-Z0-9]{4}"
            + @"|(www\.)?webcitation\.org/[A-Za-z0-9]{7,}"
            + @"|ghostarchive\.org/(archive|varchive)/[A-Za-z0-9]"
            + @"|megalodon\.jp/\d{4}-\d{4}-\d{4}"
            + @"|wayback\.archive-it\.org/\d+/\d{4,14}"
            + @"|webarchive\.nationalarchives\.gov\.uk/(ukgwa/)?\d{8,14}"
            + @"|www\.webarchive\.org\.uk/wayback/archive/\d{8,14}"
            + @"|webarchive\.loc\.gov/[a-z0-9]+/\d{8,14}"
            + @"|arquivo\.pt/(wayback|noFrame/replay)/\d{8,14}"
            + @"|vefsafn\.is/is/\d{8,14}"
            + @"|swap\.stanford\.edu/(was/)?\d{8,14})",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Copies();

    // A page's version by number, a file by the commit that it stood in.
    [GeneratedRegex(
        @"^([a-z.-]*(wikipedia|wikisource|wikinews|wikidata|wikimedia|mediawiki)\.org/.*([?&]oldid=\d+|/[^/:]+:Perma(nent)?[Ll]ink/\d+)"
            + @"|(www\.)?github\.com/[^/]+/[^/]+/(blob|tree|raw|commit)/[0-9a-f]{40}(/|$)"
            + @"|raw\.githubusercontent\.com/[^/]+/[^/]+/[0-9a-f]{40}/"
            + @"|gitlab\.com/.+/-/(blob|tree|raw|commit)/[0-9a-f]{40}(/|$)"
            + @"|codeberg\.org/[^/]+/[^/]+/(src|raw)/commit/[0-9a-f]{40}(/|$))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Revisions();
}
