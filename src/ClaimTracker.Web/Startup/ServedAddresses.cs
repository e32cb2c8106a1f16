using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

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

        // Kestrel asks for ports (ASPNETCORE_HTTP_PORTS, as container images set it) only where no address is given.
        var givesPort = !Gives("urls") && (Gives("http_ports") || Gives("https_ports"));
        configuration.Sources.Insert(0, new ProgramSettings(givesPort) { FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Path = Settings });

        bool Gives(string key) => !string.IsNullOrWhiteSpace(configuration[key]);
    }

    // The file is read anew whenever the host adds a source, so its address is left out at each reading.
    private sealed class ProgramSettings(bool withoutAddress) : JsonConfigurationSource
    {
        public override IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            EnsureDefaults(builder);
            return new Provider(this, withoutAddress);
        }
    }

    private sealed class Provider(JsonConfigurationSource source, bool withoutAddress) : JsonConfigurationProvider(source)
    {
        public override void Load(Stream stream)
        {
            base.Load(stream);
            if (withoutAddress)
                Data.Remove("Urls");
        }
    }
}
