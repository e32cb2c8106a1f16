using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Pages without HTML, which is read elsewhere.</summary>
internal static class Pages
{
    /// <summary>Plain text, a block a line.</summary>
    public static WatchedPage OfText(string text) =>
        new([
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => new PageBlock(line, BlockKind.Paragraph, PageZone.Body)),
        ])
        {
            IsStructured = false,
        };

    /// <summary>A page of blocks under one heading.</summary>
    public static WatchedPage Of(string heading, params string[] paragraphs) =>
        new([
            new PageBlock(heading, BlockKind.Heading, PageZone.Body) { Level = 1 },
            .. paragraphs.Select(text => new PageBlock(text, BlockKind.Paragraph, PageZone.Body)
            {
                Heading = heading,
                Level = 1,
            }),
        ])
        {
            Title = heading,
        };

    /// <summary>
    /// A page written line by line: "# heading", "## heading below it", "- item", "| cell | cell" with the first row as headers,
    /// else paragraphs.
    /// </summary>
    public static WatchedPage Written(string title, params string[] lines)
    {
        var (blocks, headings, headers, group) = (
            new List<PageBlock>(),
            new List<(int Level, string Text)>(),
            new List<string>(),
            1
        );
        foreach (var line in lines)
        {
            var level = line.TakeWhile(c => c == '#').Count();
            if (level > 0)
            {
                var text = line[level..].Trim();
                headings.RemoveAll(heading => heading.Level >= level);
                blocks.Add(
                    new PageBlock(text, BlockKind.Heading, PageZone.Body)
                    {
                        Level = level,
                        Heading = headings.Count > 0 ? headings[^1].Text : null,
                    }
                );
                headings.Add((level, text));
                (headers, group) = ([], group + 1);
                continue;
            }

            var under = headings.Count > 0 ? headings[^1] : default;
            var part = headings.Count > 1 && headings[^2].Level > 1 ? headings[^2].Text : null;
            if (line.StartsWith('|'))
            {
                var cells = line[1..].Split('|', StringSplitOptions.TrimEntries).ToList();
                var isHeader = headers.Count == 0;
                if (isHeader)
                    headers = cells;
                blocks.Add(
                    new PageBlock(string.Join(' ', cells.Where(cell => cell.Length > 0)), BlockKind.Row, PageZone.Body)
                    {
                        Heading = under.Text,
                        Part = part,
                        Level = under.Level,
                        Group = group,
                        Cells = isHeader ? [] : [.. cells.Select((cell, i) => new PageCell(headers[i], cell))],
                    }
                );
                continue;
            }

            var kind = line.StartsWith("- ", StringComparison.Ordinal) ? BlockKind.Item : BlockKind.Paragraph;
            blocks.Add(
                new PageBlock(kind == BlockKind.Item ? line[2..] : line, kind, PageZone.Body)
                {
                    Heading = under.Text,
                    Part = part,
                    Level = under.Level,
                    Group = kind == BlockKind.Item ? group : 0,
                }
            );
        }

        return new WatchedPage(blocks) { Title = title };
    }
}
