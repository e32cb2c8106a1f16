using System.Globalization;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>A page on a day: one passage that counts, and what no reader would miss.</summary>
internal sealed record ReplayPage(int Seed, int Day, string Date, string? Passage, int Style)
{
    private static readonly string[][] Around =
    [
        [
            "The report is published each morning before eight.",
            "Each morning, before eight, the report comes out.",
            "The morning report appears before eight.",
        ],
        [
            "None of its figures can be checked independently.",
            "Independent checks of these figures are not possible.",
            "Nobody outside can check what it says.",
        ],
        [
            "The other side publishes no figures of its own.",
            "The other side says nothing of its own losses.",
            "From the other side there are no such figures.",
        ],
        [
            "Analysts compare it with obituaries and satellite pictures.",
            "It is held against obituaries and pictures from space.",
            "Obituaries and satellite pictures are what analysts hold it against.",
        ],
    ];

    private static readonly string[] Adverts =
    [
        "Save 35 % on 1,200 pairs of shoes, today only.",
        "Our newsletter has 48,000 readers. Become one of them.",
        "Three nights by the sea for 199 euros.",
        "Now with 20 % more coffee in each packet.",
    ];

    private static readonly string[] Comments =
    [
        "I read somewhere that it is 2,000,000 by now.",
        "That was 12,345 only last spring, was it not?",
        "Who believes these numbers? Not me.",
        "Thank you for keeping count, day after day.",
        "My neighbour says that the figure is wrong by half.",
    ];

    /// <summary>The day of its publication, of an article of a day; null of what is kept up to date.</summary>
    public int? Published { get; init; }

    /// <summary>What earlier days had, where the page lists them.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>What it says it has put right.</summary>
    public string? Correction { get; init; }

    public string Title => $"Losses, page {Seed}";

    /// <summary>Sentences before and behind the passage, worded anew now and then.</summary>
    public IReadOnlyList<string> Lead => [Worded(0), Worded(1)];

    public IReadOnlyList<string> Rest => [Worded(2), Worded(3)];

    public string Advert => Dice.Of(Adverts, Seed, Day, 31);

    public string Updated => string.Create(CultureInfo.InvariantCulture, $"Updated on {Date}, day {Day + 2} of the war");

    public IReadOnlyList<string> Replies => [Dice.Of(Comments, Seed, Day / 5, 32), Dice.Of(Comments, Seed, Day / 9, 33)];

    private string Worded(int which) => Dice.Of(Around[which], Seed, (Day + (which * 17)) / 45, 34 + which);
}
