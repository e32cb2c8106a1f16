using System.Collections.Frozen;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// The elements that a parser holds open, or more: what it closes by rules of its own is counted as open here, and not the other
/// way round. Says which tags have to be left out so that nesting and open formatting stay bounded. A hundred thousand open tags
/// make a parser quadratic.
/// </summary>
internal sealed class OpenElements
{
    // What people write stays far below.
    private const int Deepest = 200;

    // A parser opens these again in each later paragraph for as long as they are not closed.
    private const int DeepestFormatting = 6;
    private const int DeepestStrike = 12;

    // These have no content, or are closed by the next of their kind, so that they do not nest when left open.
    private static readonly FrozenSet<string> NeverNest = Names(
        "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup html head body frame"
    );

    // Their content is no markup, outside drawings and formulas.
    private static readonly FrozenSet<string> Raw = Names("script style title textarea xmp iframe noembed noframes plaintext");

    private static readonly FrozenSet<string> Formatting = Names("a b big code em font i nobr s small strike strong tt u");

    // An end tag does not reach beyond these.
    private static readonly FrozenSet<string> Walls = Names(
        "table object template marquee applet caption button select svg math"
    );

    // An end tag of what is neither block nor formatting does not reach beyond these either.
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup"
            + " listing main menu nav noscript ol pre search section summary ul"
    );

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _leftOut = [];
    private int _formatting;

    /// <summary>How many are open.</summary>
    public int Depth => _open.Count;

    /// <summary>Takes a start tag; false where it has to be left out.</summary>
    public bool Start(string name, bool selfClosing)
    {
        if (NeverNest.Contains(name) || (Raw.Contains(name) && !IsInForeign))
            return true;
        var formats = Formatting.Contains(name);
        if (name == "a" && Find(name, past: Walls) is >= 0 and var link)
            Close(link);
        if (_open.Count < Deepest && (!formats || _formatting < (name is "s" or "strike" ? DeepestStrike : DeepestFormatting)))
        {
            _open.Add(name);
            if (formats)
                _formatting++;
            return true;
        }

        if (!selfClosing)
            _leftOut[name] = _leftOut.GetValueOrDefault(name) + 1;
        return false;
    }

    /// <summary>Takes an end tag; false where its start was left out.</summary>
    public bool End(string name)
    {
        if (NeverNest.Contains(name))
            return true;
        if (_leftOut.GetValueOrDefault(name) is > 0 and var count)
        {
            _leftOut[name] = count - 1;
            return false;
        }

        if (Formatting.Contains(name))
        {
            if (Find(name, past: Walls) is >= 0 and var one)
                Close(one);
        }
        else if (Find(name, past: Walls, Blocks.Contains(name) || Walls.Contains(name) ? null : Blocks) is >= 0 and var from)
        {
            CloseFrom(from);
        }

        return true;
    }

    private bool IsInForeign => _open.Contains("svg") || _open.Contains("math");

    private int Find(string name, FrozenSet<string> past, FrozenSet<string>? norPast = null)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
                return i;
            if (past.Contains(_open[i]) || norPast?.Contains(_open[i]) == true)
                return -1;
        }

        return -1;
    }

    private void Close(int at)
    {
        _open.RemoveAt(at);
        _formatting--;
    }

    // Formatting that was left open goes on behind its block, but not behind a cell or an object.
    private void CloseFrom(int at)
    {
        _leftOut.Clear();
        var all = Walls.Contains(_open[at]);
        var kept = all ? [] : _open.Skip(at + 1).Where(Formatting.Contains).ToList();
        if (all)
            _formatting -= _open.Skip(at).Count(Formatting.Contains);
        _open.RemoveRange(at, _open.Count - at);
        _open.AddRange(kept);
    }

    private static FrozenSet<string> Names(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
