using System.Globalization;
using System.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// What a robots.txt (RFC 9309) asks of this program: of the groups that name it, or where none does of those for everybody, the
/// rules. What is no rule of that RFC, such as a pause between requests, is not read.
/// </summary>
internal sealed class RobotsRules
{
    /// <summary>The name by which such files speak of this program.</summary>
    public const string Token = "ClaimTracker";

    /// <summary>What lies beyond is not read: so much the RFC asks for, and none that is meant for programs is longer.</summary>
    public const int MostBytes = 500 << 10;

    private const string Everybody = "*";
    private const string Allowing = "allow";
    private const string Disallowing = "disallow";

    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>Everything may be read.</summary>
    public static readonly RobotsRules None = new([]);

    private readonly IReadOnlyList<(bool Allows, string Pattern)> _rules;

    private RobotsRules(IReadOnlyList<(bool Allows, string Pattern)> rules) => _rules = rules;

    /// <summary>Reads a file, as it was answered or as <see cref="ToString"/> kept it.</summary>
    public static RobotsRules Parse(string text)
    {
        List<(bool, string)> named = [],
            others = [];
        var (isNamed, namesMe, namesAll, inRules) = (false, false, false, false);
        foreach (var line in text.TrimStart('\uFEFF').Split(LineEnds))
        {
            var said = line.AsSpan();
            if (said.IndexOf('#') is >= 0 and var comment)
                said = said[..comment];
            if (said.IndexOf(':') is not (> 0 and var colon))
                continue;
            var (key, value) = (said[..colon].Trim().ToString().ToLowerInvariant(), said[(colon + 1)..].Trim().ToString());
            if (key == "user-agent")
            {
                // Names that stand together share the rules beneath them.
                if (inRules)
                    (namesMe, namesAll, inRules) = (false, false, false);
                namesMe |= IsMe(value);
                namesAll |= value == Everybody;
                isNamed |= namesMe;
            }
            else if (key is Allowing or Disallowing)
            {
                inRules = true;
                if (value.Length == 0)
                    continue;
                (bool, string) rule = (key == Allowing, Pattern(value));
                if (namesMe)
                    named.Add(rule);
                if (namesAll)
                    others.Add(rule);
            }
        }

        return new RobotsRules(isNamed ? named : others);
    }

    /// <summary>
    /// Whether a page may be asked for: the longest rule that its path meets says so; of two as long, the one that allows.
    /// </summary>
    public bool Allows(Uri page)
    {
        var path = Encoded(page.PathAndQuery, "*$");
        if (path == "/robots.txt")
            return true;
        var (longest, allows) = (-1, true);
        foreach (var (isAllowed, pattern) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !isAllowed) || !Meets(path, pattern))
                continue;
            (longest, allows) = (pattern.Length, isAllowed);
        }

        return allows;
    }

    /// <summary>The rules alone, to be kept.</summary>
    public override string ToString() =>
        _rules.Count == 0
            ? ""
            : string.Join(
                '\n',
                _rules
                    .Select(rule => $"{(rule.Allows ? Allowing : Disallowing)}: {rule.Pattern}")
                    .Prepend($"user-agent: {Everybody}")
            );

    // A version behind the name is none of it.
    private static bool IsMe(string agent) =>
        string.Equals(
            string.Concat(agent.TakeWhile(sign => char.IsAsciiLetter(sign) || sign is '_' or '-')),
            Token,
            StringComparison.OrdinalIgnoreCase
        );

    // A dollar ends a path only where it stands last.
    private static string Pattern(string value)
    {
        var isWhole = value.EndsWith('$');
        var pattern = Encoded(isWhole ? value[..^1] : value, "$");
        return isWhole ? pattern + "$" : pattern;
    }

    private static bool Meets(string path, string pattern)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            // The last one of a whole path has to end it, wherever else it stands.
            if (isWhole && i == parts.Length - 1)
                return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }

    // One way of writing each octet: what needs no sign of its own without one, what may not stand in an address with one.
    private static string Encoded(string text, string special)
    {
        var encoded = new StringBuilder(text.Length);
        var octets = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            if (
                octet == '%'
                && i + 2 < octets.Length
                && char.IsAsciiHexDigit((char)octets[i + 1])
                && char.IsAsciiHexDigit((char)octets[i + 2])
            )
            {
                var meant = byte.Parse(
                    [(char)octets[i + 1], (char)octets[i + 2]],
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture
                );
                i += 2;
                if (IsPlain(meant))
                    encoded.Append((char)meant);
                else
                    encoded.Append('%').Append(meant.ToString("X2", CultureInfo.InvariantCulture));
            }
            else if (octet is <= 32 or >= 127 or (byte)'%' || special.Contains((char)octet, StringComparison.Ordinal))
            {
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                encoded.Append((char)octet);
            }
        }

        return encoded.ToString();
    }

    private static bool IsPlain(byte octet) =>
        char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
