namespace ClaimTracker.Extraction.Readings;

/// <summary>How a sentence says what it says: as a fact, a question, an intention, a possibility, a denial.</summary>
/// <param name="Question">It asks.</param>
/// <param name="Conditional">It begins with "if", "unless".</param>
/// <param name="Intention">Its main verb plans, hopes, will or might.</param>
/// <param name="Opinion">It judges.</param>
/// <param name="Addressed">It speaks to the reader or gives advice.</param>
/// <param name="Negated">It denies something.</param>
internal readonly record struct Mood(bool Question, bool Conditional, bool Intention, bool Opinion, bool Addressed, bool Negated);
