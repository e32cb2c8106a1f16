using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Where the program listens: as the command line or the environment says, else as <c>Urls</c> in appsettings.json says.
/// </summary>
internal static class ServedAddresses
{
    private const string Settings = "appsettings.json";

    /// <summary>
    /// Reads the settings that travel with the program, once and before everything else, so that everything else wins.
    /// </summary>
    public static void AddProgramSettings(this ConfigurationManager configuration)
    {
        // The host reads the same file again, behind the variables that say where to listen.
        foreach (
            var again in configuration.Sources.OfType<JsonConfigurationSource>().Where(source => source.Path == Settings).ToList()
        )
        {
            configuration.Sources.Remove(again);
        }

        configuration.Sources.Insert(
            0,
            new ProgramSettings(Ports(configuration))
            {
                FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
                Path = Settings,
            }
        );
    }

    /// <summary>
    /// What of the addresses to listen on is none, each in a sentence: the server would abort on it, or listen elsewhere.
    /// </summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (
            var address in (configuration["urls"] ?? "").Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (!IsServed(address))
                yield return $"Urls holds “{address}”; give e.g. http://localhost:5000, with a port of 0 to 65535 (ASPNETCORE_HTTP_PORTS takes such numbers alone).";
        }
    }

    private static bool IsServed(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.Scheme.ToLowerInvariant() is "http" or "https"
                && (
                    parsed.IsUnixPipe
                    || parsed.IsNamedPipe
                    || (
                        parsed.Port is >= 0 and <= ushort.MaxValue
                        && parsed.Host.Length > 0
                        && (parsed.Host.StartsWith('[') || !parsed.Host.Contains(':', StringComparison.Ordinal))
                    )
                );
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // Container images give ports (ASPNETCORE_HTTP_PORTS). The host asks for them only where it has met no address, and it has
    // met the file's.
    private static string? Ports(ConfigurationManager configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration["urls"]))
            return null;
        var addresses = AddressesOf("http").Concat(AddressesOf("https")).ToList();
        return addresses.Count > 0 ? string.Join(';', addresses) : null;

        IEnumerable<string> AddressesOf(string scheme) =>
            (configuration[scheme + "_ports"] ?? "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(port => $"{scheme}://*:{port}");
    }

    // The file is read anew whenever the host adds a source, so its address is replaced at each reading.
    private sealed class ProgramSettings(string? addresses) : JsonConfigurationSource
    {
        public override IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            EnsureDefaults(builder);
            return new Provider(this, addresses);
        }
    }

    private sealed class Provider(JsonConfigurationSource source, string? addresses) : JsonConfigurationProvider(source)
    {
        public override void Load(Stream stream)
        {
            base.Load(stream);
            if (addresses is not null)
                Data["Urls"] = addresses;
        }
    }
}
