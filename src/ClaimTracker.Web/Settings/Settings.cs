using ClaimTracker.Domain;

namespace ClaimTracker.Web.Settings;

/// <summary>Section <c>Desk</c>.</summary>
public sealed class DeskSettings
{
    public string Name { get; set; } = "ClaimTracker";

    public Uri PublicUrl { get; set; } = new("http://localhost:5000");

    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Within what time another editor decides what becomes of a suspended verdict.</summary>
    public TimeSpan SuspensionDecidedWithin { get; set; } = TimeSpan.FromDays(1);

    /// <summary>True where readers see that a claim is under review before a verdict is published.</summary>
    public bool ShowClaimsUnderReview { get; set; }

    /// <summary>Addresses and networks of the proxies whose headers are believed.</summary>
    public List<string> Proxies { get; } = [];

    /// <summary>Where readers find one of our paths.</summary>
    /// <param name="path">From the root: <c>/feed</c>.</param>
    public Uri AddressOf(string path) => new(PublicUrl.GetLeftPart(UriPartial.Authority) + path);
}

/// <summary>Section <c>Intake</c>.</summary>
public sealed class IntakeSettings
{
    public int MaxBytes { get; set; } = 5_000_000;

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public int MaxRedirects { get; set; } = 5;

    public bool AllowPrivateAddresses { get; set; }

    /// <summary>
    /// Hosts of the desk's own network that may be fetched, each for itself alone: <c>host</c> on the web's ports, or
    /// <c>host:port</c>.
    /// </summary>
    public List<string> InternalHosts { get; } = [];

    /// <summary>The proxy by which pages are fetched; empty where servers reach them themselves.</summary>
    public string Proxy { get; set; } = "";
}

/// <summary>Section <c>Workflows</c>.</summary>
public sealed class WorkflowSettings
{
    public string Folder { get; set; } = "workflows";

    public string Engine { get; set; } = "Runner";

    public string Default { get; set; } = "standard-review";

    public Dictionary<string, string> ByKind { get; } = [];

    public string Recheck { get; set; } = "recheck";

    /// <summary>The definition that reviews claims of a kind.</summary>
    public string For(string kind) => ByKind.GetValueOrDefault(kind, Default);
}

/// <summary>Section <c>Rechecks</c>.</summary>
public sealed class RecheckSettings
{
    public int Batch { get; set; } = 500;

    public RecheckPolicy Default { get; set; } = new() { BackOff = 1.5, AtMost = TimeSpan.FromDays(180) };

    public Dictionary<string, RecheckPolicy> Kinds { get; } = [];

    /// <summary>Takes from the default what a kind does not say of itself.</summary>
    public void Inherit(IConfigurationSection section)
    {
        foreach (var kind in section.GetSection(nameof(Kinds)).GetChildren())
        {
            var policy = Default with { };
            kind.Bind(policy);
            Kinds[kind.Key] = policy;
        }
    }

    /// <summary>The policy for a kind of claim.</summary>
    public RecheckPolicy For(string kind) => Kinds.GetValueOrDefault(kind, Default);
}

/// <summary>Section <c>Looks</c>.</summary>
public sealed class LookSettings
{
    /// <summary>How long nothing is asked of a site after the end of its answer.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many sites' answers this server reads at once.</summary>
    public int AtOnce { get; set; } = 48;
}

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobSettings
{
    public bool Enabled { get; set; } = true;

    /// <summary>As many as there are jobs, so that none waits for another that takes long.</summary>
    public int Workers { get; set; } = 4;
}
