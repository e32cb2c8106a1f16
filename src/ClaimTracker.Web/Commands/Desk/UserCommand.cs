using System.CommandLine;
using ClaimTracker.Domain;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Security;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>
/// <c>user add|unlock|reset|deactivate</c>: people, for an installation that nobody can sign in to, or by script.
/// </summary>
internal static class UserCommand
{
    public static Command Create(CommandStreams streams) =>
        new("user", "People who can sign in.")
        {
            Add(streams),
            OfOne(
                streams,
                "unlock",
                "Ends the pause that wrong passwords have left.",
                (people, name, cancel) => people.EndPauseAsync(name, cancel),
                name => $"{name} can try again at once."
            ),
            Reset(streams),
            OfOne(
                streams,
                "deactivate",
                "Keeps a person from signing in; what was done under the name stays.",
                (people, name, cancel) => people.SetActiveAsync(name, active: false, cancel),
                name => $"{name} cannot sign in any more; whoever is signed in under the name acts no more."
            ),
        };

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
        var generate = Generating();
        return new Command("add", "Adds a person.") { name, role, generate }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var people = services.GetRequiredService<PersonRegister>();
                var (person, roles) = (parsed.GetRequiredValue(name), parsed.GetRequiredValue(role).Distinct().ToList());
                return await GivePasswordAsync(
                    streams,
                    parsed.GetValue(generate),
                    async password => (await people.AddAsync(person, password, roles, cancel)).Refusal,
                    $"Added {person} ({string.Join(", ", roles)}).",
                    cancel
                );
            }
        );
    }

    private static Command Reset(CommandStreams streams)
    {
        var name = Existing();
        var generate = Generating();
        return new Command("reset", "Gives a person a new password; whoever is signed in under the name is signed out.")
        {
            name,
            generate,
        }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var people = services.GetRequiredService<PersonRegister>();
                var person = parsed.GetRequiredValue(name);
                return await GivePasswordAsync(
                    streams,
                    parsed.GetValue(generate),
                    async password => (await people.ResetPasswordAsync(person, password, cancel)).Refusal,
                    $"{person} has a new password; sessions end within a minute.",
                    cancel
                );
            }
        );
    }

    private static Command OfOne(
        CommandStreams streams,
        string verb,
        string description,
        Func<PersonRegister, string, CancellationToken, Task<Result>> work,
        Func<string, string> done
    )
    {
        var name = Existing();
        return new Command(verb, description) { name }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var people = services.GetRequiredService<PersonRegister>();
                Take((await work(people, parsed.GetRequiredValue(name), cancel)).Refusal);
                await streams.WriteLineAsync(done(parsed.GetRequiredValue(name)));
                return CommandLine.Done;
            }
        );
    }

    // A password that was made here is printed once it is the person's, and nowhere else.
    private static async Task<int> GivePasswordAsync(
        CommandStreams streams,
        bool generated,
        Func<string, Task<Refusal?>> give,
        string done,
        CancellationToken cancel
    )
    {
        var password = generated ? Passwords.Generate() : await ReadAsync(streams, cancel);
        Take(await give(password));
        await streams.WriteLineAsync(done);
        if (generated)
            await streams.WriteLineAsync($"Password: {password}");
        return CommandLine.Done;
    }

    private static Argument<string> Existing() => new("NAME") { Description = "The person's user name." };

    private static Option<bool> Generating() =>
        new("--generate") { Description = "Make a password and print it, once; else it is read from standard input." };

    private static void Take(Refusal? refused)
    {
        if (refused is { } refusal)
            throw new InputException($"{refusal.Code}: {refusal.Message}");
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
}
