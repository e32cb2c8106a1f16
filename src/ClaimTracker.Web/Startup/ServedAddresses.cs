using Microsoft.Extensions.Configuration.Json;

namespace ClaimTracker.Web.Startup;

/// <summary>Where the program listens: as the command line or the environment says, else as <c>Urls</c> in appsettings.json says.</summary>
internal static class ServedAddresses
{
    private const string Settings = "appsettings.json";

    /// <summary>Reads the settings that travel with the program, once and before everything else, so that everything else wins.</summary>
    public static void AddProgramSettings(this ConfigurationManager configuration)
    {
        // The host reads the same file again, behind the variables that say where to listen.
        foreach (var again in configuration.Sources.OfType<JsonConfigurationSource>().Where(source => source.Path == Settings).ToList())
            configuration.Sources.Remove(again);
        configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory),
            Path = Settings,
        });

        // Kestrel asks for ports (ASPNETCORE_HTTP_PORTS, as container images set it) only where no address is given.
        var file = ((IConfigurationRoot)configuration).Providers.First();
        var others = ((IConfigurationRoot)configuration).Providers.Skip(1).ToList();
        if (file.TryGet("Urls", out _) && !others.Exists(Says("urls")) && (others.Exists(Says("http_ports")) || others.Exists(Says("https_ports"))))
            file.Set("Urls", null);

        static Predicate<IConfigurationProvider> Says(string key) => provider => provider.TryGet(key, out var value) && !string.IsNullOrWhiteSpace(value);
    }
}
