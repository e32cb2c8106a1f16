namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>A sentence and whether a person found it worth checking.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="CheckWorthy">The label.</param>
/// <param name="Group">Sentences of one group (an answer, a debate) are never split between training and testing; null where each
/// stands alone.</param>
public sealed record LabelledSentence(string Text, bool CheckWorthy, string? Group = null);
