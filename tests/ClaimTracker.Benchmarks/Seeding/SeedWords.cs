using System.Globalization;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>Sentences that look like claims and are made up: for load, not for reading.</summary>
internal static class SeedWords
{
    private static readonly string[] Places =
    [
        "Arden",
        "Brackwater",
        "Calder",
        "Dunmore",
        "Eastmarch",
        "Fallow",
        "Greywick",
        "Harlan",
        "Ilverton",
        "Jessop",
        "Kestrel",
        "Lowmoor",
        "Marsden",
        "Northgate",
        "Orrin",
        "Penhale",
        "Quarry Hill",
        "Rothbury",
        "Selwick",
        "Thornby",
    ];

    private static readonly string[] Sources =
    [
        "the transport ministry",
        "a police spokesman",
        "the statistics office",
        "the coast guard",
        "the union",
        "the hospital",
        "the mayor",
        "the air force",
        "the grid operator",
        "an aid group",
    ];

    private static readonly (string Kind, string Wording)[] Patterns =
    [
        ("casualty-figure", "At least {0:N0} people were killed in the flood at {1}"),
        ("casualty-figure", "More than {0:N0} people were injured when two trains met near {1}"),
        ("attack-count", "{0:N0} drones were launched at {1} overnight"),
        ("legal-status", "The director of the {1} harbour has been charged on {0:N0} counts of fraud"),
        ("statistic", "Unemployment in {1} fell by {0:N0} within a year"),
        ("statistic", "Households in {1} paid {0:N0} euros for heating"),
        ("count", "The {1} plant employs {0:N0} workers"),
        ("count", "{0:N0} voters were turned away at polling stations in {1}"),
        ("superlative", "The {1} bridge is the longest in the country at {0:N0} metres"),
        ("trend", "Rents in {1} rose by {0:N0} euros in five years"),
        ("event", "The council of {1} closed {0:N0} schools in March"),
        ("quote", "“We have counted {0:N0} cases in {1},” the minister said"),
    ];

    /// <summary>The outlets of seeded articles.</summary>
    public static readonly IReadOnlyList<string> Outlets =
    [
        .. Enumerable
            .Range(1, 60)
            .Select(i => $"{Places[i % Places.Length]} {(i % 3) switch { 0 => "Courier", 1 => "Herald", _ => "Post" }} {i}"),
    ];

    /// <summary>A claim's words and kind; a number makes each different from the others.</summary>
    public static (string Kind, string Wording, string Place, string Source, int Figure) Claim(Random random, long number)
    {
        var (kind, pattern) = Patterns[random.Next(Patterns.Length)];
        var place = Places[random.Next(Places.Length)];
        var figure = random.Next(3, 90_000);
        return (
            kind,
            string.Format(CultureInfo.InvariantCulture, pattern, figure, $"{place}-{number % 997}"),
            place,
            Sources[random.Next(Sources.Length)],
            figure
        );
    }
}
