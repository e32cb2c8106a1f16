using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>Takes elements off a page. One by one, each would be looked for among its siblings from the first on.</summary>
internal static class Removal
{
    private const int Few = 8;

    /// <summary>Takes all of them off.</summary>
    public static void Remove(IEnumerable<IElement> elements)
    {
        foreach (
            var siblings in elements
                .Where(element => element.ParentElement is not null)
                .GroupBy(element => element.ParentElement!)
                .ToList()
        )
        {
            var gone = siblings.ToHashSet<INode>();
            if (gone.Count <= Few)
            {
                foreach (var element in siblings)
                    element.Remove();
                continue;
            }

            var kept = siblings.Key.ChildNodes.Where(node => !gone.Contains(node)).ToArray();
            siblings.Key.TextContent = "";
            foreach (var node in kept)
                siblings.Key.AppendChild(node);
        }
    }
}
