using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>New words that speak of another sentence of the page than the passage, as what stands around them shows.</summary>
/// <param name="kept">The kept page.</param>
/// <param name="page">The page as it stands.</param>
/// <param name="stood">The passage's place on the kept page.</param>
/// <param name="stands">Its place now.</param>
/// <param name="subject">What it speaks of.</param>
internal sealed partial class OtherSentence(
    PageStatements kept,
    PageStatements page,
    Place stood,
    Place stands,
    PassageSubject subject
)
{
    private const int MostInLabel = 4;

    private static readonly PhraseList List = new("others.txt");

    // Entries of one list that a new one is held against.
    private const int MostSiblings = 200;
    private const int FewestNamed = 2;

    /// <summary>True where a new statement speaks of another one.</summary>
    /// <param name="fresh">The new statement.</param>
    /// <param name="near">How near it stands to the passage.</param>
    /// <param name="isAtHead">Whether it stands at the head of the page.</param>
    public bool IsMeantBy(PageStatement fresh, Nearness near, bool isAtHead) =>
        IsOneMoreEntry(fresh)
        || CorrectsAnother(fresh)
        || CorrectsWords(fresh)
        || CorrectsSpelling(fresh)
        || CorrectsFigure(fresh)
        || LeansOnAnother(fresh, isAtHead)
        || LeansOnOld(fresh, near)
        || HeadsAnother(fresh, isAtHead);

    // One more item of a list that stood there, which shares no more with the passage than an older one does.
    private bool IsOneMoreEntry(PageStatement fresh)
    {
        if (
            fresh.Block is not { Kind: BlockKind.Item or BlockKind.Row, Group: > 0 }
            || fresh.Block.Group == stands.First.Block.Group
            || Invitations.TakesBack(fresh)
        )
        {
            return false;
        }

        var shared = fresh.Telling.Where(subject.Telling.Contains).ToList();
        return shared.Count > 0
            && page.StandingIn(fresh.Block.Group, kept).Take(MostSiblings).Any(s => shared.TrueForAll(s.Telling.Contains));
    }

    // "An earlier version said the first rocket was lost after 81 seconds. It was 91.": what is corrected is said in a sentence
    // that stands elsewhere on the page, with all that the correction shares with the passage, and more.
    private bool CorrectsAnother(PageStatement fresh)
    {
        var cues = new Cues(fresh.Words, null);
        if (cues.Has("Strong"))
            return false;
        if (!cues.Has("Correction"))
        {
            return page.BlockOf(fresh) is [var first, ..]
                && first != fresh
                && kept.Lacks(first.Key)
                && !fresh.Telling.Overlaps(subject.Telling)
                && CorrectsAnother(first);
        }

        List<string> named = [.. fresh.Telling.Except(cues.Within("Correction")).Except(cues.Within("Self"))];
        var ours = named.Where(stood.Statements.SelectMany(s => s.Telling).Contains).ToList();
        return named.Count >= FewestNamed
            && kept.All.Concat(page.All.Where(s => s.BlockIndex != fresh.BlockIndex))
                .Any(s =>
                    s.Block is { Zone: PageZone.Body, Kind: not BlockKind.Heading }
                    && !stood.Statements.Contains(s)
                    && !stands.Statements.Contains(s)
                    && named.Count(s.Telling.Contains) is var theirs
                    && theirs >= FewestNamed
                    && theirs > ours.Count
                    && theirs * 2 >= named.Count
                    && ours.TrueForAll(s.Telling.Contains)
                );
    }

    // "For “larches” read “birches”": words that the passage has not.
    private bool CorrectsWords(PageStatement fresh) =>
        new Cues(fresh.Words, null).Has("Correction")
        && Misprint().Match(fresh.Text) is { Success: true } match
        && match.Groups["word"].Value is var word
        && !stood.Statements.Any(s => s.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    // "We misspelled the name of the warden": where the passage has it, the passage reads otherwise now.
    private static bool CorrectsSpelling(PageStatement fresh)
    {
        var found = List.Find(fresh.Words).FindAll(one => one.Class == "Spelling");
        if (found.Count == 0)
            return false;
        var rest = fresh.Words.Where((_, i) => !found.Exists(one => i >= one.Start && i < one.End)).ToList();
        return new Cues(fresh.Words, null).Has("Correction")
            && !new Cues(rest, null).Has("Strong")
            && !rest.Exists(word => word.IsFigure);
    }

    // "We first gave the number of rooms as 80": the figure of another sentence, which is about that and has another now.
    private bool CorrectsFigure(PageStatement fresh)
    {
        var cues = new Cues(fresh.Words, null);
        if (!cues.Has("Correction") || fresh.Words.Exists(IsOurs))
            return false;
        List<string> named = [.. fresh.Telling.Except(cues.Within("Correction")).Except(cues.Within("Self"))];
        return kept.All.Any(s =>
            s.Block.Zone == PageZone.Body
            && !stood.Statements.Contains(s)
            && page.Lacks(s.Key)
            && s.Words.Exists(word => (word.IsFigure || word.IsDay) && fresh.Words.Exists(one => one.Form == word.Form))
            && named.Exists(s.Telling.Contains)
        );

        bool IsOurs(PlainWord word) => (word.IsFigure || word.IsDay) && subject.Values.Contains(word.Form);
    }

    // "Retraction" above "Our piece on bees has been withdrawn": it heads that.
    private bool HeadsAnother(PageStatement fresh, bool isAtHead)
    {
        if (fresh.Words.Count > MostInLabel || fresh.Index + 1 >= page.All.Count || fresh.Telling.Overlaps(subject.All))
        {
            return false;
        }

        var next = page.All[fresh.Index + 1];
        if (next.BlockIndex > fresh.BlockIndex + 1 || !kept.Lacks(next.Key) || stands.Statements.Contains(next))
            return false;
        if (next.Telling.Count < 2 || next.Telling.Overlaps(subject.Telling))
            return false;
        if (OtherMatter.IsOtherText(next.Words))
            return true;
        if (isAtHead && new Cues(fresh.Words, null).Has("Strong"))
            return false;
        return !PointsAtPage(next)
            && !TextNotices.IsOne(page, kept, next, subject)
            && new Cues(next.Words, null) is var cues
            && (cues.Has("Strong") || cues.Has("Correction") || cues.Has("Self") || cues.Has("Other"));
    }

    // "The picture was the wrong way round. That has been put right.": what leans on the new sentence before it speaks of what
    // that speaks of.
    private bool LeansOnAnother(PageStatement fresh, bool isAtHead)
    {
        if (fresh.Index == 0 || fresh.Telling.Overlaps(subject.All))
            return false;
        if (
            fresh.Words.Count > MostInLabel
            && new Cues(fresh.Words, null) is { OpensWithAnaphor: false, PointsBack: false, Refers: false }
        )
        {
            return false;
        }

        if (fresh.Block.Anchors.Count > 0 || NoteSigns.IsNote(fresh.Block))
            return false;
        var before = page.All[fresh.Index - 1];
        if (before.BlockIndex != fresh.BlockIndex || !kept.Lacks(before.Key) || stands.Statements.Contains(before))
            return false;
        if (isAtHead && new Cues(before.Words, null).Has("Strong"))
            return false;
        if (
            before.Telling.Count == 0
            || before.Telling.Overlaps(subject.All)
            || (PointsAtPage(fresh) && !Invitations.Invites(page, fresh))
            || TextNotices.IsOne(page, kept, fresh, subject)
        )
        {
            return false;
        }

        return new Cues(before.Words, null) is var cues
            && (cues.Has("Invite") || cues.Has("Other") || !PointsAtPage(before) || Invitations.Invites(page, fresh));
    }

    // "The forecast was for 3 per cent. The firm withdrew that forecast in May.": what points at something, right behind another
    // sentence that stood there, speaks of that one.
    private bool LeansOnOld(PageStatement fresh, Nearness near)
    {
        if (near <= Nearness.Beside || fresh.Index == 0 || fresh.Block.Anchors.Count > 0)
            return false;
        var before = page.All[fresh.Index - 1];
        if (before.BlockIndex != fresh.BlockIndex || kept.Lacks(before.Key) || stands.Statements.Contains(before))
            return false;
        var cues = new Cues(fresh.Words, null);
        return cues.PointsBack
            && !cues.Names("Self", true)
            && fresh.Telling.Count(subject.Telling.Contains) <= 1
            && !before.Telling.Overlaps(subject.Telling);
    }

    private bool PointsAtPage(PageStatement s) =>
        new Cues(s.Words, null) is var cues
        && (cues.Names("Self", true) || cues.Names("Claim", true) || (subject.Figures.Count > 0 && cues.Names("Figure", true)));

    [GeneratedRegex(
        @"\bfor [“‘""'](?<word>[^”’""']{1,80})[”’""'],? read\b|[“‘""'](?<word>[^”’""']{1,80})[”’""'] should (?:read|be|have)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Misprint();
}
