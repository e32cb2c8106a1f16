using System.Globalization;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>Reads a model file line by line and says where it goes wrong.</summary>
internal sealed class ModelLines(TextReader reader)
{
    private int _line;

    public void Expect(string line)
    {
        if (Next() != line)
            throw Wrong($"expected '{line}'");
    }

    public string Field(string name)
    {
        var line = Next();
        return line.StartsWith(name + ": ", StringComparison.Ordinal)
            ? line[(name.Length + 2)..]
            : throw Wrong($"expected the field '{name}'");
    }

    public double Number(string name) =>
        double.TryParse(Field(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Wrong($"'{name}' must be a number");

    public string Rest() => reader.ReadToEnd();

    public FormatException Wrong(string what) => new($"Model file, line {_line}: {what}.");

    private string Next()
    {
        _line++;
        return reader.ReadLine() ?? throw Wrong("the file ends too early");
    }
}
