using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>The closed lists by which a noun phrase is told from what follows it, in place of a part-of-speech tagger.</summary>
internal static class NounLexicon
{
    /// <summary>
    /// Words that no noun phrase goes on over: prepositions, conjunctions, determiners, pronouns, auxiliaries, adverbs of time,
    /// and the verbs of news.
    /// </summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stops = Split(
        """
        a an the this that these those his her its their our my your whose which who whom what when where while why how whether
        and or but nor so yet if as than then because although though unless until since till after before during for from in into
        on onto
        of off at by with within without to toward towards through throughout across along among amongst against between behind
        beyond
        above below under over up down out about around near per via plus despite except like unlike including include includes
        included regarding
        is are was were be been being am isn't aren't wasn't weren't has have had having do does did doing done can could may
        might must shall should
        will would won't can't couldn't wouldn't hasn't haven't hadn't doesn't don't didn't cannot ought
        i he she it they we you him them us me himself herself itself themselves there here
        not no never also too only just even still already again once ever always often soon now ago later earlier then thus hence
        therefore however meanwhile instead
        today yesterday tomorrow tonight overnight daily weekly monthly annually yearly apiece each altogether together overall
        abroad alive apart away aboard ashore
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
        november december jan feb mar apr aug sept sep oct nov dec
        last next every any both either neither all some such
        said says say saying told tells tell added adds announced confirmed reported reportedly according took take taken came
        comes come went goes go gone made make got gets get
        gave gives give given found finds find left leave fell fall fallen rose rise risen began begins begin begun became becomes
        become lost loses lose won win
        held hold saw sees see seen ran kept keeps keep brought bring put led hit met meets sent sends spent stood sat set let cut
        fled fought died dies die lay lived know known knew thought think felt feel showed shown wrote written struck broke broken
        drew drawn drove driven flew flown
        grew grown hung heard paid shot sank sold sought spoke spread swept threw wore wound survived arrived remain remains
        remained need needs needed want wants wanted agreed agree believe
        according called compared following involving using wearing carrying living working making taking being having going
        coming saying
        lack
        occurs represents contains combines seems appears requires provides expects belongs depends exists refers suggests
        indicates happens consists describes explains allows prevents decides considers continues operates separates rises grows
        more fewer less many several few another worth long wide high deep tall thick old respectively alone total strong percent
        percentage per cent via vs versus et

        """
    );

    /// <summary>Plurals and masses that do not end in "s".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Heads = Split(
        """
        people children police troops personnel aircraft staff cattle sheep fish crew media data criteria phenomena bacteria deer
        livestock poultry infantry cavalry artillery
        spacecraft hovercraft watercraft clergy gentry faculty offspring salmon feet teeth mice geese oxen alumni fungi nuclei
        stimuli bison swine shrimp moose squid others folk
        youth elderly homeless unemployed corps headquarters crossroads means species series goods arms clothes premises proceeds
        savings earnings ammunition munitions equipment faithful head
        """
    );

    /// <summary>Verbs of the first list that describe a noun as well: "confirmed cases", "lost jobs".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Describing = Split(
        "confirmed reported announced known working living lost broken written sold paid set cut hit taken fallen grown total spent drawn struck combined strong"
    );

    /// <summary>What became of people, standing in the place of a noun: "12 dead and 30 wounded".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fates = Split(
        "dead wounded injured missing killed hurt displaced homeless hospitalised hospitalized arrested detained trapped infected deceased inoculated evacuated unaccounted unhurt uninjured vaccinated rescued recovered"
    );

    /// <summary>Plurals in "us", where most words are Latin and one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Exceptions = Split(
        "menus gurus emus haikus tofus bayous snafus flus"
    );

    /// <summary>Words in "s" that are no plurals: names, fields of study and the like.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Singulars = Split(
        "is was has does this its his as us yes less plus versus across towards always perhaps besides afterwards news gas bus campus virus crisis basis analysis sports status bonus focus census consensus united christmas texas paris wales athens brussels laos honduras cyprus mumps diabetes measles aids rabies plus various previous serious several tennis athletics physics politics economics mathematics overseas chess business press class process access success progress princess fitness illness wireless series access human"
    );

    /// <summary>Plurals that often stand before the noun they belong to: "arms dealers", "police officers".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modifiers = Split(
        "arms sales goods savings weapons operations systems damages rights resources services communications women men police staff crew media data infantry cavalry artillery aircraft equipment ammunition livestock poultry cattle youth faculty series corps means sports troops species jobs narcotics drugs works futures securities bonds communities elections clothes means overseas homeless elderly fish salmon deer people children headquarters personnel spacecraft earnings munitions"
    );

    public static bool IsStop(ReadOnlySpan<char> word) => Stops.Contains(word) && !IsAcronym(word);

    /// <summary>True for a verb that may stand before a noun as an adjective does.</summary>
    public static bool MayDescribe(ReadOnlySpan<char> word) => Describing.Contains(word);

    public static bool IsFate(ReadOnlySpan<char> word) => Fates.Contains(word);

    /// <summary>True for a noun that may end a phrase counting more than one.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word)
    {
        if (Heads.Contains(word))
            return true;
        if (word.Length < 3)
            return false;
        if (
            (EndsWith(word, "men") && word.Length < 16 && !EndsWith(word, "imen") && !EndsWith(word, "omen"))
            || EndsWith(word, "women")
            || EndsWith(word, "people")
            || EndsWith(word, "children")
        )
        {
            return true;
        }

        if (word[^1] is not ('s' or 'S'))
            return false;
        if (
            EndsWith(word, "'s")
            || EndsWith(word, "’s")
            || EndsWith(word, "ss")
            || EndsWith(word, "us")
            || EndsWith(word, "sis")
            || EndsWith(word, "itis")
        )
        {
            return Exceptions.Contains(word);
        }

        return !Singulars.Contains(word);
    }

    /// <summary>True for a plural that the noun phrase may go on behind.</summary>
    public static bool MayModify(ReadOnlySpan<char> word) => Modifiers.Contains(word);

    /// <summary>"US", "WHO" and "IT" are no pronouns.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[1]);

    private static bool EndsWith(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Split(string words) =>
        words
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
