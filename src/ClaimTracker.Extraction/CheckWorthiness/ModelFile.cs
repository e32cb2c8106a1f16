using System.Globalization;
using System.IO.Compression;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// The text form of a model: a first line that names the format, then "field: value" lines, then the packed weights.
/// </summary>
internal static class ModelFile
{
    private const string FirstLine = "claimtracker-check-worthiness 1";
    private const int LineLength = 120;

    public static void Write(CheckWorthinessModel model, TextWriter writer)
    {
        writer.NewLine = "\n";
        writer.WriteLine(FirstLine);
        Field(writer, "features", FeatureVersion.Current);
        Field(writer, "version", model.Card.Version);
        Field(writer, "trained-on", model.Card.TrainedOn);
        Field(writer, "licence", model.Card.Licence);
        Field(writer, "figures", model.Card.Figures);
        Number(writer, "bias", model.Bias);
        Number(writer, "slope", model.Calibration.Slope);
        Number(writer, "offset", model.Calibration.Offset);
        Number(writer, "largest", model.Weights.Largest);
        writer.WriteLine("weights:");
        var packed = Convert.ToBase64String(Pack(model.Weights.Steps));
        for (var i = 0; i < packed.Length; i += LineLength)
            writer.WriteLine(packed.AsSpan(i, Math.Min(LineLength, packed.Length - i)));
    }

    public static CheckWorthinessModel Read(TextReader reader)
    {
        var lines = new ModelLines(reader);
        lines.Expect(FirstLine);
        var features = lines.Field("features");
        if (features != FeatureVersion.Current)
        {
            throw lines.Wrong(
                $"the model was trained for features {features}, this program has {FeatureVersion.Current}; train it again"
            );
        }

        var card = new ModelCard(
            lines.Field("version"),
            lines.Field("trained-on"),
            lines.Field("licence"),
            lines.Field("figures")
        );
        var bias = lines.Number("bias");
        var calibration = new Calibration(lines.Number("slope"), lines.Number("offset"));
        var largest = lines.Number("largest");
        lines.Expect("weights:");
        return new CheckWorthinessModel(card, bias, calibration, new WeightTable(Unpack(lines), (float)largest));
    }

    private static void Field(TextWriter writer, string name, string value) =>
        writer.WriteLine($"{name}: {value.ReplaceLineEndings(" ")}");

    private static void Number(TextWriter writer, string name, double value) =>
        Field(writer, name, value.ToString("R", CultureInfo.InvariantCulture));

    private static byte[] Pack(ReadOnlySpan<sbyte> steps)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.SmallestSize))
            stream.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(steps));
        return packed.ToArray();
    }

    private static sbyte[] Unpack(ModelLines lines)
    {
        var steps = new sbyte[FeatureIndex.Size];
        try
        {
            using var stream = new BrotliStream(
                new MemoryStream(Convert.FromBase64String(lines.Rest())),
                CompressionMode.Decompress
            );
            stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(steps.AsSpan()));
            return steps;
        }
        catch (Exception damaged)
            when (damaged is FormatException or InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            throw lines.Wrong("the weights are damaged or cut off");
        }
    }
}
