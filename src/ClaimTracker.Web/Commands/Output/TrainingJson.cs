namespace ClaimTracker.Web.Commands.Output;

/// <summary>
/// What <c>train</c> prints: figures by cross-validation, on sentences that their model had not seen, cut at the threshold.
/// </summary>
internal sealed record TrainingJson(
    string Model,
    string Version,
    int Sentences,
    int Positives,
    double Threshold,
    double Precision,
    double Recall,
    double F1,
    double MacroF1,
    double Accuracy,
    double CalibrationError
);
