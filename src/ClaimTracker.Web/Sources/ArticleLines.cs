using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Takes out of an article's text the lines that belong to the page: its own headline again, invitations, labels.
/// </summary>
internal static partial class ArticleLines
{
    // Nobody writes a whole paragraph of article that looks like a label.
    private const int LongestLabel = 160;

    /// <summary>The text without such lines.</summary>
    public static string Trim(string text, ArticleContent metadata, PageBudget budget)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !IsLabel(line))
            .ToList();
        budget.CheckTime();
        var (first, end) = (0, lines.Count);
        while (end - first > 1 && IsHead(lines[first], metadata))
            first++;
        while (end - first > 1 && IsFoot(lines[end - 1], metadata))
            end--;
        return string.Join('\n', lines[first..end]);
    }

    /// <summary>True for a line that is an invitation, a label or a button of the page.</summary>
    public static bool IsLabel(string line) =>
        line.Length <= LongestLabel && Label().IsMatch(line.AsSpan().Trim("-–—•|*[]()<>»› "));

    private static bool IsHead(string line, ArticleContent metadata) =>
        Same(line, metadata.Title)
        || Same(line, metadata.Byline)
        || (line.Length < 100 && (Byline().IsMatch(line) || (PageDate.Parse(line) is not null && Dateline.Is(line))));

    private static bool IsFoot(string line, ArticleContent metadata) =>
        (line.Length <= 2 * LongestLabel && Foot().IsMatch(line)) || IsAboutAuthor(line, metadata.Byline);

    private static bool IsAboutAuthor(string line, string? byline) =>
        byline is not null
        && byline
            .Split(", ")
            .Any(name =>
                name.Length > 5
                && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && AboutAuthor().IsMatch(line.AsSpan(name.Length))
            );

    private static bool Same(string line, string? other) =>
        other is not null && string.Equals(line, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        """
            ^(?:
              advert(?:isement)?s?(?:\W.*)? | ad\s+feedback | sponsored(?:\s+(?:content|links?))? | story\s+continues\s+below.* | continue\s+reading(?:\s+below|\s+the\s+main\s+story)?\.* | article\s+continues\s+(?:below|after).*
              | (?:read|see|find\s+out|learn|watch|click\s+for)\s+more(?:\s*[:>»].* | \s+(?:about|on|here|at|from)\b.{0,60})?[.…>»]*
              | (?:read|see|watch|listen|related|more)(?:\s+(?:also|next|now|too|on\s+this|stories|articles|coverage|topics))?\s*:.*
              | related(?:\s+(?:articles?|stories|story|posts?|content|links?|topics?|news|coverage))?
              | (?:you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in)|also\s+read|don.t\s+miss|recommended(?:\s+for\s+you)?|most\s+(?:read|popular|viewed)|top\s+stories|trending(?:\s+now)?|editor.?s.?\s+picks?|what\s+to\s+read\s+next|up\s+next|more\s+(?:from|on|in)\s+[^.]{1,60})\W*
              | share(?:\s+(?:this|on|via|with)\b[^.]{0,60})? | tweet(?:\s+this)? | facebook | twitter | whatsapp | linkedin | e-?mail(?:\s+this.*)? | print(?:\s+this.*)? | copy\s+link | pinterest | reddit | pocket | flipboard | save
              | (?:follow|like|find|join)\s+us\s+on\b.* | follow\s+@?\w+(?:\s+\w+)?\s+on\s+(?:twitter|facebook|instagram|x)\b.*
              | (?:sign|signed)\s+up\b(?=.*\b(?:newsletters?|e-?mails?|alerts?|inbox|here|free|updates|daily)\b).* | subscribe(?:\s+(?:(?:now\s+)?to\b.*|now|today|here))?\W* | (?:get|receive)\b.{0,60}\b(?:newsletter|inbox)\b.*
              | enter\s+your\s+e-?mail.* | thank\s+you\s+for\s+(?:signing\s+up|subscribing).* | (?:already\s+a\s+subscriber|log\s+in|sign\s+in)\W.{0,60}
              | (?:leave|add|post|write)\s+a\s+(?:comment|reply)\W* | (?:view|show|hide|load)\s+(?:\d+\s+)?(?:more\s+)?comments?\W* | comments?(?:\s*\(\d+\))? | \d+\s+comments?
              | (?:photo|photograph|image|picture|photos|pic|video|credit|source\s+photo)(?:\s+(?:credit|source|caption|copyright|by|courtesy))?\s*(?::|\bby\b|\bcourtesy\b).*
              | (?:image|media)\s+(?:caption|source|copyright).* | (?:getty(?:\s+images)?|reuters|ap\s+photo|afp|shutterstock|file\s+photo)\W*
              | skip\s+(?:to|past|advert)\b.* | back\s+to\s+top | loading\W* | play\s+video | watch\s+(?:the\s+)?(?:video|live|now)\W* | video\s+(?:player|unavailable)\b.* | tap\s+to\s+unmute | close | menu | search | home | next | previous | tags?\s*:.* | topics?\s*:.* | filed\s+under\b.* | categories\s*:.*
              | (?:next|previous|last|single)\s+page | pages?\s*:?[\s\d|/]+ | (?:read|see)\s+the\s+(?:rest|full\s+(?:story|article|report))\W* | (?:view\s+)?author(?:\s+archives?)? | e-?mail\s+the\s+author | social\s+share | recent\s+posts | more\s+from | about\s+the\s+authors? | download\s+(?:pdf|references) | editorial\s+staff | staff\s+(?:writer|reporter) | donate(?:\s+now)?
              | (?:\d[\d,.]*k?\s+(?:views?|shares?|reads|likes?) | (?:views?|shares?|hits)\s*:?\s*[\d,.]+k?) | (?:(?:estimated\s+)?reading\s+time\W+)?(?:about\s+)?\d+\s*-?\s*min(?:ute)?s?(?:\s+read)? | posted\s*:.*\d{4}.*
              | \W*
            )$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^(?:©|\(c\)\s|copyright\b|all rights reserved|the post .{1,120} appeared first on|this document is subject to copyright|citation:|for (?:the latest|more) (?:stories|news|updates|breaking)\b.{0,80}\b(?:download|follow|visit|subscribe|like)|follow (?:us|[\w’' ]{2,30}) on\b|.{2,60} is not responsible for the|we want to hear what you think|submit a letter|do you want to be informed|help us unlock|(?:want|like) (?:more|what you)\b.{0,60}\?|if you (?:enjoyed|liked) |please share this|this (?:article|story|post) (?:was|is|has been) (?:originally |first )?(?:published|posted|copyright)|originally published|have an opinion|do you have (?:a story|any)|contact us at|if you (?:have|want|like)d? .{0,80}(?:e-?mail|contact|subscribe|donate))",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Foot();

    [GeneratedRegex(
        @"^(?:,? (?:is|was) (?:an?|the|our)\b|,? (?:covers|writes|reports|joined|has (?:written|covered|been))\b|\W*$)",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex AboutAuthor();

    [GeneratedRegex(
        @"^(?:written |posted |reported |story |words )?by:?\s+\p{Lu}[\p{L}'’.-]*(?:[ ,&|]+(?:and |\p{Lu}[\p{L}'’.-]*)){0,8}[^.!?]*$",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Byline();
}
