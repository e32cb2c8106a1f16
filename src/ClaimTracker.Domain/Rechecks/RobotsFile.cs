namespace ClaimTracker.Domain;

/// <summary>What a site's robots.txt said when it was read last, kept so that it is not asked for with every page.</summary>
public sealed class RobotsFile
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private RobotsFile() { }

    /// <summary>One that nobody has read yet.</summary>
    public RobotsFile(string origin) => Origin = origin;

    /// <summary>Scheme, name and port, as in <c>https://news.example.org</c>: each has rules of its own.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>The site, as <see cref="WebAddress.HostOf"/> has it.</summary>
    public string Host { get; private set; } = "";

    public DateTime ReadAt { get; private set; }

    /// <summary>What of it concerns this program; empty where nothing does, or where the site has none.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>Takes over what was read.</summary>
    public void Read(string host, string rules, DateTime at) => (Host, Rules, ReadAt) = (host, rules, at);

    /// <summary>True while it counts: for a day, and not before a clock that ran ahead would have read it.</summary>
    public bool CountsAt(DateTime now) => ReadAt <= ClockSkew.LatestAt(now) && now < ReadAt + Kept;
}
