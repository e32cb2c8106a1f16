using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// A linear model that says how likely a sentence holds something worth checking. Safe to share between threads.
/// </summary>
public sealed class CheckWorthinessModel
{
    /// <summary>The score from which a sentence goes into triage, of every model.</summary>
    public const double Threshold = 0.5;

    private static readonly Lazy<CheckWorthinessModel> ShippedOnce = new(ReadShipped);

    internal CheckWorthinessModel(ModelCard card, double bias, Calibration calibration, WeightTable weights)
    {
        Card = card;
        Bias = bias;
        Calibration = calibration;
        Weights = weights;
    }

    /// <summary>The model that comes with the program.</summary>
    /// <exception cref="ShippedModelException">Its file does not belong to this program.</exception>
    public static CheckWorthinessModel Shipped => ShippedOnce.Value;

    /// <summary>Where it comes from and how good it is.</summary>
    public ModelCard Card { get; }

    internal double Bias { get; }

    internal Calibration Calibration { get; }

    internal WeightTable Weights { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="FormatException">It is no model file, is damaged, or is of another version; the message names the
    /// line.</exception>
    public static CheckWorthinessModel Read(TextReader reader) => ModelFile.Read(reader);

    /// <summary>Writes the model as a file that <see cref="Read"/> takes.</summary>
    public void Write(TextWriter writer) => ModelFile.Write(this, writer);

    internal double Score(SentenceView sentence)
    {
        var sink = new ScoringSink(Weights);
        FeatureExtractor.Extract(sentence, ref sink);
        return Calibration.Probability(sink.Sum + Bias);
    }

    /// <summary>Reads the file that comes with the program.</summary>
    /// <exception cref="ShippedModelException">It does not belong to this program.</exception>
    internal static CheckWorthinessModel ReadShipped(TextReader file)
    {
        try
        {
            return Read(file);
        }
        catch (FormatException wrong)
        {
            throw new ShippedModelException(wrong);
        }
    }

    private static CheckWorthinessModel ReadShipped()
    {
        using var stream = typeof(CheckWorthinessModel).Assembly.GetManifestResourceStream("check-worthiness.model")!;
        using var reader = new StreamReader(stream);
        return ReadShipped(reader);
    }
}
