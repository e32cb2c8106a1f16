using System.ComponentModel;
using System.Reflection;
using ClaimTracker.Web.Settings;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Names each key that no setting reads and each value that cannot be read: a slip would otherwise be a default that nobody
/// chose. What was read, and cannot work all the same, <see cref="SettingsValidation"/> names.
/// </summary>
internal static class SettingKeys
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ConnectionStrings"] = typeof(Connections),
        ["Desk"] = typeof(DeskSettings),
        ["Intake"] = typeof(IntakeSettings),
        ["Workflows"] = typeof(WorkflowSettings),
        ["Rechecks"] = typeof(RecheckSettings),
        ["Jobs"] = typeof(JobSettings),
    };

    // The framework's own.
    private static readonly HashSet<string> Others = new(
        ["Urls", "Http_Ports", "Https_Ports", "Https_Port", "AllowedHosts", "Kestrel", "Logging", "DetailedErrors"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Stops the start where there is such a key or value.</summary>
    /// <exception cref="OptionsValidationException">It names all of them.</exception>
    public static void Check(IConfigurationRoot configuration)
    {
        var faults = UnknownSections(configuration)
            .Concat(Sections.SelectMany(one => Within(configuration.GetSection(one.Key), one.Value))).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("", typeof(SettingKeys), faults);
    }

    // The environment holds much that is not meant for us; a file does not, nor a command line in what lies in a section.
    private static IEnumerable<string> UnknownSections(IConfigurationRoot configuration) =>
        from provider in configuration.Providers
        where provider is JsonConfigurationProvider or CommandLineConfigurationProvider
        from key in provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase)
        where !Sections.ContainsKey(key) && !Others.Contains(key)
            && (provider is JsonConfigurationProvider || provider.GetChildKeys([], key).Any())
        select $"{key} is no setting; there are {string.Join(", ", Sections.Keys.Concat(["Urls", "Logging"]))}.";

    private static IEnumerable<string> Within(IConfigurationSection section, Type type)
    {
        var children = section.GetChildren().ToList();
        if (ElementOf(type) is { } element)
            return children.SelectMany(child => Within(child, element));
        if (TypeDescriptor.GetConverter(type) is { } converter && converter.CanConvertFrom(typeof(string)))
        {
            return children.Count > 0 ? [$"{children[0].Path} is no setting; {section.Path} holds {Allowed(type)}."]
                : section.Value is null || Reads(converter, section.Value) ? []
                : [$"{section.Path} is “{section.Value}”; give {Allowed(type)}."];
        }

        var settings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var names = string.Join(", ", settings.Select(setting => setting.Name));

        // Not at the top: a variable of that name in the environment is somebody else's.
        var itself = section.Path.Contains(':', StringComparison.Ordinal) && !string.IsNullOrEmpty(section.Value)
            ? [$"{section.Path} is “{section.Value}”; give its settings: {names}."]
            : Array.Empty<string>();
        return itself.Concat(children.SelectMany(child =>
            Array.Find(settings, setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } found
                ? Within(child, found.PropertyType)
                : [$"{child.Path} is no setting; {section.Path} holds {names}."]));
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && new[] { typeof(List<>), typeof(Dictionary<,>) }.Contains(type.GetGenericTypeDefinition())
            ? type.GetGenericArguments()[^1]
            : null;

    // As the binder reads it, which at a mistake names a type of the program's.
    private static bool Reads(TypeConverter converter, string value)
    {
        try
        {
            return converter.ConvertFromInvariantString(value) is not null;
        }
        catch (Exception mistake) when (mistake is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static string Allowed(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number, e.g. 1.5"
        : type == typeof(TimeSpan) ? "a time span, days.hours:minutes:seconds, e.g. 7.00:00:00 or 00:00:20"
        : type == typeof(Uri) ? "an address"
        : "one text";

    private sealed record Connections(string ClaimTracker);
}
