using System.CommandLine;
using System.Security.Cryptography;
using ClaimTracker.Domain;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Security;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>user add</c>: adds a person, for an installation that nobody can sign in to yet, or by script.</summary>
internal static class UserCommand
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    public static Command Create(CommandStreams streams) => new("user", "People who can sign in.") { Add(streams) };

    private static Command Add(CommandStreams streams)
    {
        var name = new Argument<string>("NAME") { Description = "User name; it stands in every trail and is never given twice." };
        var role = new Option<string[]>("--role")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            HelpName = "ROLE",
            Description = $"One of {string.Join(", ", Roles.OfPeople)}; may be given several times.",
        };
        var generate = new Option<bool>("--generate")
        {
            Description = "Make a password and print it, once; else it is read from standard input.",
        };
        return new Command("add", "Adds a person.") { name, role, generate }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var generated = parsed.GetValue(generate);
                var password = generated ? Generate() : await ReadAsync(streams, cancel);
                var added = await services
                    .GetRequiredService<PersonRegister>()
                    .AddAsync(parsed.GetRequiredValue(name), password, [.. parsed.GetRequiredValue(role).Distinct()], cancel);
                if (added.Refusal is { } refusal)
                    throw new InputException($"{refusal.Code}: {refusal.Message}");
                await streams.WriteLineAsync(
                    $"Added {parsed.GetValue(name)} ({string.Join(", ", parsed.GetRequiredValue(role).Distinct())})."
                );
                if (generated)
                    await streams.WriteLineAsync($"Password: {password}");
                return CommandLine.Done;
            }
        );
    }

    private static async Task<string> ReadAsync(CommandStreams streams, CancellationToken cancel)
    {
        await streams.Error.WriteAsync("Password (at least 12 characters): ");
        using var reader = new StreamReader(streams.In, leaveOpen: true);
        var line = await reader.ReadLineAsync(cancel);
        await streams.Error.WriteLineAsync();
        return string.IsNullOrEmpty(line)
            ? throw new InputException("stdin: no password came; type one, pipe one in, or say --generate.")
            : line;
    }

    // Twenty letters and digits that nobody mistakes for each other: 100 bits.
    private static string Generate() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
