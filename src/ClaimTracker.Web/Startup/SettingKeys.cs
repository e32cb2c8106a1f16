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
        ["Desk"] = typeof(DeskSettings),
        ["Intake"] = typeof(IntakeSettings),
        ["Workflows"] = typeof(WorkflowSettings),
        ["Rechecks"] = typeof(RecheckSettings),
        ["Looks"] = typeof(LookSettings),
        ["Jobs"] = typeof(JobSettings),
    };

    private const string Connections = "ConnectionStrings";
    private const string Ours = "ClaimTracker";

    // The framework's own, and those of connections, which share their section with other programs' variables.
    private static readonly HashSet<string> Others = new(
        [
            "$schema",
            "Urls",
            "Http_Ports",
            "Https_Ports",
            "Https_Port",
            "AllowedHosts",
            "Kestrel",
            "Logging",
            "DetailedErrors",
            "PreferHostingUrls",
            "ShutdownTimeoutSeconds",
            "ServicesStartConcurrently",
            "ServicesStopConcurrently",
            "Metrics",
            "ForwardedHeaders_Enabled",
            "HostBuilder",
            Connections,
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Stops the start where there is such a key or value.</summary>
    /// <exception cref="OptionsValidationException">It names all of them.</exception>
    public static void Check(IConfigurationRoot configuration)
    {
        var faults = UnknownSections(configuration)
            .Concat(UnknownConnections(configuration))
            .Concat(Sections.SelectMany(one => Within(configuration.GetSection(one.Key), one.Value)))
            .ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("", typeof(SettingKeys), faults);
    }

    // The environment holds much that is not meant for us; a file does not, nor a command line in what lies in a section.
    private static IEnumerable<IConfigurationProvider> MeantForUs(IConfigurationRoot configuration) =>
        configuration.Providers.Where(provider => provider is JsonConfigurationProvider or CommandLineConfigurationProvider);

    private static IEnumerable<string> UnknownConnections(IConfigurationRoot configuration) =>
        from key in MeantForUs(configuration)
            .SelectMany(provider => provider.GetChildKeys([], Connections))
            .Distinct(StringComparer.OrdinalIgnoreCase)
        where !key.Equals(Ours, StringComparison.OrdinalIgnoreCase)
        select $"{Connections}:{key} is no setting; {Connections} holds {Ours}.";

    private static IEnumerable<string> UnknownSections(IConfigurationRoot configuration) =>
        from provider in MeantForUs(configuration)
        from key in provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase)
        where
            !Sections.ContainsKey(key)
            && !Others.Contains(key)
            && (provider is JsonConfigurationProvider || provider.GetChildKeys([], key).Any())
        select $"{key} is no setting; there are {string.Join(", ", Sections.Keys.Prepend(Connections).Concat(["Urls", "Logging"]))}.";

    private static IEnumerable<string> Within(IConfigurationSection section, Type type)
    {
        var children = section.GetChildren().ToList();

        // Not at the top, where a file may hold a section with nothing in it. Below, nothing would take the place of the default.
        if (section.Path.Contains(':', StringComparison.Ordinal) && children.Count == 0 && section.Value is null)
            return [$"{section.Path} is empty; strike it out, or fill it in."];
        if (ElementOf(type) is { } element)
        {
            var one = string.IsNullOrEmpty(section.Value)
                ? Array.Empty<string>()
                :
                [
                    $"{section.Path} is “{section.Value}”; give each by itself, as {section.Path}:{(IsList(type) ? "0" : "NAME")}.",
                ];
            return one.Concat(children.SelectMany(child => Within(child, element)));
        }

        if (TypeDescriptor.GetConverter(type) is { } converter && converter.CanConvertFrom(typeof(string)))
        {
            return children.Count > 0 ? [$"{children[0].Path} is no setting; {section.Path} holds {Allowed(type)}."]
                : Reads(converter, section.Value!) ? []
                : [$"{section.Path} is “{section.Value}”; give {Allowed(type)}."];
        }

        var settings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var names = string.Join(", ", settings.Select(setting => setting.Name));

        // Not at the top: a variable of that name in the environment is somebody else's.
        var itself =
            section.Path.Contains(':', StringComparison.Ordinal) && !string.IsNullOrEmpty(section.Value)
                ? [$"{section.Path} is “{section.Value}”; give its settings: {names}."]
                : Array.Empty<string>();
        return itself.Concat(
            children.SelectMany(child =>
                Array.Find(settings, setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } found
                    ? Within(child, found.PropertyType)
                    : [$"{child.Path} is no setting; {section.Path} holds {names}."]
            )
        );
    }

    private static Type? ElementOf(Type type) =>
        IsList(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            ? type.GetGenericArguments()[^1]
            : null;

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);

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
}
