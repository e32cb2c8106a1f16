using ClaimTracker.Domain;

namespace ClaimTracker.Web.Transfer;

/// <summary>An outlet in an export, with what readers may see of its articles. It stands before them.</summary>
internal sealed record ExportedOutlet
{
    public string Type { get; init; } = "outlet";

    public required string Name { get; init; }

    public required Licence Licence { get; init; }

    public Outlet ToOutlet()
    {
        var outlet = new Outlet(Name);
        outlet.License(Licence);
        return outlet;
    }

    public static ExportedOutlet Of(Outlet outlet) => new() { Name = outlet.Name, Licence = outlet.Licence };
}
