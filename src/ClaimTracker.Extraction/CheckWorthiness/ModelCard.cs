namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>What a model file says of itself.</summary>
/// <param name="Version">The model's own version, e.g. "2026-11-24".</param>
/// <param name="TrainedOn">The data it learned from.</param>
/// <param name="Licence">The licences of that data.</param>
/// <param name="Figures">How good it was on sentences it had not seen.</param>
public sealed record ModelCard(string Version, string TrainedOn, string Licence, string Figures);
