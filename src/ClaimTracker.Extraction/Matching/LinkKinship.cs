namespace ClaimTracker.Extraction.Matching;

/// <summary>Which small words may tie the same part in two wordings: "the drug for migraine", "the migraine drug".</summary>
internal static class LinkKinship
{
    // "0" is none.
    private static readonly HashSet<(string, string)> Kin = Read(
        """
        0 in, 0 of, 0 from, 0 with, 0 for, 0 about, 0 over, 0 among, 0 against, 0 under, 0 between, 0 by, 0 through,
        0 aboard, 0 as, 0 like, in of, in from, in for, in over, in about, in under, in among, in through, in against,
        in between, in off, in aboard, in along, in via, in around, of from, of for, of about, of among, of over,
        of by, of between, of under, for with, over for, over about, to for, by from, by of, under by, after when,
        among between, as for, along by, via through, round around, into to, into in, into on, 0 while, 0 verb, 0 ly, 0 to-do,
        in to-do, of to-do, for to-do, verb to-do, verb ly, verb in, verb of, verb with, verb for
        """
    );

    private static readonly HashSet<(string, string)> KinClauses = Read(
        "0 when, 0 as, 0 while, when as, when while, as while, when after, after as, since after, "
            + "although though, although while, 0 whereas"
    );

    /// <summary>True where what the one ties may be tied by the other.</summary>
    public static bool Links(string one, string other) =>
        one == other || Kin.Contains((one, other)) || Kin.Contains((other, one));

    /// <summary>The same of the conjunctions of clauses.</summary>
    public static bool Clauses(string one, string other) =>
        one == other || KinClauses.Contains((one, other)) || KinClauses.Contains((other, one));

    private static HashSet<(string, string)> Read(string pairs) =>
        [
            .. pairs
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(pair => pair.Split(' '))
                .Select(pair => (pair[0] == "0" ? "" : pair[0], pair[1] == "0" ? "" : pair[1])),
        ];
}
