using System.Text.Json;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>What <c>score</c> prints of one sentence: the score of its reading, and why.</summary>
internal sealed record ScoreJson(JsonElement Id, double Score, IReadOnlyList<string> Reasons);
