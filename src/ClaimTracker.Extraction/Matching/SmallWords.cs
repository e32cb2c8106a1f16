using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Words that build a statement without saying anything in it.</summary>
internal static class SmallWords
{
    private static readonly WordSet Articles = new("a an the this these those");
    private static readonly WordSet Relatives = new("that who whom which whose");
    private static readonly WordSet Padding = new(
        "there also then thus so however meanwhile them themselves himself herself itself"
    );
    private static readonly WordSet Owners = new("his her its their our my your");
    private static readonly WordSet Parts = new("most many few some all every each half majority minority several none");
    private static readonly WordSet Modals = new("will would can could may might must should shall");

    public static bool IsArticle(string plain) => Articles.Has(plain);

    public static bool IsRelative(string plain) => Relatives.Has(plain);

    public static bool IsPadding(string plain) => Padding.Has(plain);

    /// <summary>"Up" and the like, which belong to the verb before them.</summary>
    public static bool IsParticle(string plain) => plain is "up" or "down" or "out" or "away" or "back";

    /// <summary>"Most", "few": how many of all there are.</summary>
    public static bool IsSomeOf(string plain) => Parts.Has(plain);

    /// <summary>"their", which may stand or not: "fled their homes".</summary>
    public static bool IsOwner(string plain) => Owners.Has(plain);

    public static bool IsModal(string plain) => Modals.Has(plain);

    public static bool IsAnd(string plain) => plain is "and" or "or" or "but" or "nor";

    public static bool IsHelper(string key) => key is "be" or "have" or "do";
}
