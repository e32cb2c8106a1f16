namespace ClaimTracker.Domain;

/// <summary>How much of an outlet's articles readers see here.</summary>
public enum Licence
{
    /// <summary>
    /// The title, the address, and a claim's sentence with at most one on either side. What nobody has said otherwise of.
    /// </summary>
    Excerpt,

    /// <summary>The whole text.</summary>
    Full,
}

/// <summary>Who publishes articles: a paper, a site, an agency. Articles and claims name it.</summary>
public sealed class Outlet : IRevised
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 300;

    private Outlet() { }

    /// <summary>An outlet whose articles have come in; readers see excerpts of them.</summary>
    public Outlet(string name) => Name = name;

    public long Id { get; private set; }

    public long Revision { get; private set; }

    /// <summary>
    /// As articles name it; unique, and what articles, claims, exports and the audit know it by. It is what was printed over the
    /// article on its day, so it never changes: a paper that renames itself is another outlet, with a licence of its own.
    /// </summary>
    public string Name { get; private set; } = "";

    public Licence Licence { get; private set; }

    /// <summary>Sets what readers may see of its articles.</summary>
    public void License(Licence licence) => Licence = licence;
}
