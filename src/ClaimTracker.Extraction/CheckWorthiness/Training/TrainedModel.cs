namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>A model and how good it was in cross-validation.</summary>
/// <param name="Model">Trained on all sentences.</param>
/// <param name="Figures">Of five models, each judged on the fifth of the groups that it had not seen.</param>
public sealed record TrainedModel(CheckWorthinessModel Model, TrainingFigures Figures);
