using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Words whose full stop may not end a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Always followed by more: titles, "vs.", "e.g.".</summary>
    private static readonly WordSet NeverLast = new(
        "Mr Mrs Ms Mx Dr Drs Prof Profs Gen Col Lt Maj Capt Cmdr Sgt Cpl Pvt Pte Adm Brig Rep Reps Sen Sens Gov Govs "
            + "Pres Rev Hon Fr Msgr Messrs Mme Mlle Supt Det Insp Atty Amb Cllr Cpt Comdr Ens Spc Pfc Mt Ft "
            + "vs v cf eg ie viz approx e.g i.e f.e Vice-Pres Lt.Col Maj.Gen Brig.Gen Lt.Gen"
    );

    /// <summary>Followed by more where that is a number: "No. 10", "p. 55", "Jan. 20".</summary>
    private static readonly WordSet BeforeNumber = new(
        "No no Nos nos p pp P PP Fig fig Figs figs Sec sec Secs Vol vol Vols Ch ch Chap Art art Arts Rs rs Eq eq Ex Op App "
            + "Ref Para para Pt pt Tel tel Ext ext c ca Ca N° Nº Bk Sect Cl Reg Res Ver ver Mk Rm Ste Apt Hwy Rte Cap"
    );

    /// <summary>May end a sentence; they do where the next word is one that sentences begin with.</summary>
    private static readonly WordSet MayBeLast = new(
        "Inc Ltd Co co Corp Bros Jr jr Sr etc al Ave ave Blvd Rd rd St st Ln Sq Dept dept Univ Assn Assoc Intl Natl Govt "
            + "Cie Plc LLC Mfg Est est Ph.D Esq Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur "
            + "Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Mo Mont Neb "
            + "Nev Okla Ore Pa Penn Penna Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask min mins sec secs hr hrs "
            + "med Med ft lb lbs oz yd yds mi gal dist Dist Dir Mgr Eds eds Phila Bldg Ctr Pl Pkwy "
            + "Cmte Bn Div Regt M.Sc B.Sc btw Twp Mtn"
    );

    /// <summary>Words that begin sentences far more often than they begin a name.</summary>
    private static readonly WordSet Starters = new(
        "The This That These Those There They Then Their It Its He She His Her Him We You I My Our Your A An In On At By Of To But And "
            + "Or Nor For From With Without Within If When While What Who Why How Where Which Whose After Before As So Also Although "
            + "Though However Meanwhile Millions Thousands Hundreds Dozens Billions Many Much Some Most More Several Both Each Every "
            + "All Any Few No Not Now Never Nearly About Around Almost Is Are Was Were Has Have Had Do Does Did Can Could Will Would "
            + "Should May Might Under Over Since Until During Among Between Despite According Another Other Others Earlier Later Last "
            + "Next Yet Still Only Even Once Here One Two Three Because Unlike Like Through Nobody Someone Everyone People Just"
    );

    /// <summary>Of those, the ones that are no surname or second initial's name.</summary>
    private static readonly WordSet PlainStarters = new(
        "The This That These Those There They Then Their It Its He She His Her We You But And Or For From With If When While What "
            + "Who Why How Where Which After Before As However Meanwhile In On At By Is Are Was Were Has Had Did Because"
    );

    private static readonly WordSet AfterClock = new(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
            + "September October November December Eastern Pacific Central Mountain Greenwich Moscow Kyiv London"
    );

    private static readonly WordSet ExclaimedNames = new("Yahoo Jeopardy Yum Mamma");

    /// <summary>True where the full stop after <paramref name="word"/> proves no end.</summary>
    public static bool Is(ReadOnlySpan<char> word) =>
        word.Length == 1 || word.Contains('.') || IsNeverLast(word) || IsBeforeNumber(word) || MayEnd(word);

    public static bool IsNeverLast(ReadOnlySpan<char> word) => NeverLast.Has(word) || NeverLast.HasInCapitals(word);

    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => BeforeNumber.Has(word) || BeforeNumber.HasInCapitals(word);

    public static bool MayEnd(ReadOnlySpan<char> word) => MayBeLast.Has(word) || MayBeLast.HasInCapitals(word);

    public static bool IsStarter(ReadOnlySpan<char> word) => Starters.Has(word);

    public static bool IsPlainStarter(ReadOnlySpan<char> word) => PlainStarters.Has(word);

    public static bool GoesWithClock(ReadOnlySpan<char> word) => AfterClock.Has(word);

    public static bool IsExclaimedName(ReadOnlySpan<char> word) => ExclaimedNames.Has(word);
}
