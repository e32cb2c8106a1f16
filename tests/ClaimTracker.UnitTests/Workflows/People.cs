using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>Who works at the desk of these tests.</summary>
internal static class People
{
    public static readonly Actor Fay = new("fay", new HashSet<string> { Roles.FactChecker });
    public static readonly Actor Fred = new("fred", new HashSet<string> { Roles.FactChecker });
    public static readonly Actor Eva = new("eva", new HashSet<string> { Roles.Editor });
    public static readonly Actor Ed = new("ed", new HashSet<string> { Roles.Editor });
    public static readonly Actor Ella = new("ella", new HashSet<string> { Roles.Editor });

    /// <summary>Holds both roles, as in a small desk.</summary>
    public static readonly Actor Both = new("both", new HashSet<string> { Roles.FactChecker, Roles.Editor });

    public static Actor Named(string name) => new[] { Fay, Fred, Eva, Ed, Ella, Both }.First(a => a.Name == name);

    public static JsonObject Verdict(string rating = "false") =>
        new() { ["rating"] = rating, ["rationale"] = "The sources say otherwise." };

    public static JsonObject Reason(string reason = "A source is missing.") => new() { ["reason"] = reason };
}
