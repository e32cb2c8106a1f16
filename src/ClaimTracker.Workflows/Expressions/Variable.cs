using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>A variable as a definition declares it.</summary>
/// <param name="Id">What outputs and expressions refer to.</param>
/// <param name="Name">What scripts call it.</param>
/// <param name="Default">What it holds at the start.</param>
internal sealed record Variable(string Id, string Name, JsonNode? Default);
