using System.CommandLine;
using System.CommandLine.Parsing;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Web.Commands.Input;

namespace ClaimTracker.Web.Commands;

/// <summary>Options that several text verbs share.</summary>
internal static class TextOptions
{
    /// <summary><c>--published</c>: the day that relative times count from, where a record names none.</summary>
    public static Option<DateOnly?> Published() =>
        new("--published")
        {
            HelpName = "DATE",
            Description = "The day of publication, as 2025-08-19, for texts that do not name their own.",
            CustomParser = ParseDate,
        };

    /// <summary><c>--model</c>: what scores sentences.</summary>
    public static Option<string?> Model() =>
        new("--model")
        {
            HelpName = "FILE",
            Description = "A model made by the train verb; the one that comes with the program where none is named.",
        };

    /// <summary>Reads the model file that was named; null for the shipped model.</summary>
    /// <exception cref="InputException">It is missing or no model.</exception>
    public static CheckWorthinessModel? ReadModel(string? file)
    {
        if (file is null)
            return null;
        try
        {
            using var reader = File.OpenText(file);
            return CheckWorthinessModel.Read(reader);
        }
        catch (FormatException e)
        {
            throw new InputException($"{file}: {e.Message} Make one with the train verb.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be read: {e.Message}");
        }
    }

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        var written = argument.Tokens[0].Value;
        var day = RecordParser.Date(written);
        if (day is null)
            argument.AddError($"--published: \"{written}\" is no date; write it as 2025-08-19.");
        return day;
    }
}
