namespace ClaimTracker.Benchmarks.Watches;

/// <summary>What a trap page says, and how it may come to say something else. No two subjects share a sentence.</summary>
/// <param name="Style">Which of the page styles it is set in.</param>
/// <param name="Title">The headline.</param>
/// <param name="Heading">The heading above the passage.</param>
/// <param name="Before">The sentence before it.</param>
/// <param name="Passage">The whole sentence or row.</param>
/// <param name="Quote">What was quoted of it.</param>
/// <param name="After">The sentence behind it.</param>
/// <param name="Other">A sentence about another matter of the page.</param>
/// <param name="Figure">A figure and another one in its place.</param>
/// <param name="Words">Words and others in their place: who says so, the unit, the day, how certain.</param>
/// <param name="OtherHeading">A heading under which it would mean something else.</param>
/// <param name="Newer">New words elsewhere that say something nearer to today.</param>
/// <param name="TakenBack">A new next sentence that takes it back.</param>
/// <param name="Notice">A new notice above.</param>
/// <param name="Denial">Words before it that deny it.</param>
/// <param name="Aside">New words about something else.</param>
internal sealed record TrapSubject(
    string Style,
    string Title,
    string Heading,
    string Before,
    string Passage,
    string Quote,
    string After,
    string Other,
    (string From, string To) Figure,
    (string From, string To)[] Words,
    string OtherHeading,
    string Newer,
    string TakenBack,
    string Notice,
    string Denial,
    string Aside
);
