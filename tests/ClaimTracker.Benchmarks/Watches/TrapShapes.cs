namespace ClaimTracker.Benchmarks.Watches;

/// <summary>
/// Traps that lie in the shape of a page rather than in its words: columns, lead-ins, notes, badges, quotations, doubled
/// passages.
/// </summary>
internal static class TrapShapes
{
    private const string Table =
        "<h1>Fleet report</h1><p>Vessels are counted each quarter.</p><table><caption>Vessels in service, {0}</caption><tr><th>Class</th><th>{1}</th><th>Crew</th></tr><tr><td>Tugs</td><td>41</td><td>205</td></tr><tr><td>Ferries</td><td>17</td><td>340</td></tr></table>{2}<p>Shipyards are not covered.</p>";
    private const string Lead =
        "<h1>School meals: claims and facts</h1><p>Parents sent us questions.</p><p>{0}</p><ul><li>Every pupil receives 2 warm meals a day.</li><li>Milk is free until grade four.</li></ul><p>The canteens are run by the town.</p>";
    private const string Note =
        "<h1>River quality</h1><p>Samples are taken at dawn.</p><p>Nitrate in the Ilma stood at 9 milligrams per litre in April.{0} Bathing is allowed.</p><p>Anglers welcome the result.</p>{1}";
    private const string Badge =
        "<h1>Standard DK-88 {0}</h1><p>Issued by the norms board.</p><p>Helmets must withstand a fall of 1.8 metres.</p><p>Copies cost 20 crowns.</p>";
    private const string Answer =
        "<h1>Fact box</h1><h2>Did the dam break?</h2><p>{0}</p><p>The Orlo dam broke on 3 March and flooded 12 farms.</p><h2>Who pays?</h2><p>Insurers will meet next week.</p>";
    private const string Twice =
        "<h1>{0}</h1><p class=standfirst>{1}</p><p>Reporters were on site.</p><p>The blaze at Quinta mill destroyed 30 warehouses, the fire chief said.</p><p>Roads are open again.</p>";

    public static IEnumerable<Trap> All() =>
        Changes()
            .Select((pair, i) => new Trap($"shape-{i}", "change", pair.Quote, Page(pair.Was), Page(pair.Now)))
            .Concat(Noise().Select((pair, i) => new Trap($"calm-{i}", "noise", pair.Quote, Page(pair.Was), Page(pair.Now))));

    private static string Page(string body) =>
        $"<!doctype html><html lang=en><head><title>Page</title></head><body>{body}</body></html>";

    private static string F(string format, params string[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, format, parts);

    private static IEnumerable<(string Quote, string Was, string Now)> Changes()
    {
        var table = F(Table, "March 2026", "Vessels", "");
        yield return ("Ferries 17", table, F(Table, "March 2026", "Vessels (hundreds)", ""));
        yield return ("Ferries 17", table, F(Table, "March 2016", "Vessels", ""));
        yield return ("Ferries 17", table, F(Table, "March 2026", "Vessels laid up", ""));
        yield return (
            "Ferries 17",
            table,
            F(Table, "March 2026", "Vessels", "<p>Rows for ferries are being re-counted after a double entry.</p>")
        );
        yield return (
            "Ferries 17",
            table,
            table
                .Replace("<th>Crew</th>", "<th>Crew</th><th>June 2026</th>", StringComparison.Ordinal)
                .Replace("<td>340</td>", "<td>340</td><td>11</td>", StringComparison.Ordinal)
                .Replace("<td>205</td>", "<td>205</td><td>41</td>", StringComparison.Ordinal)
        );
        yield return ("Ferries 17", table, table.Replace("<td>17</td>", "<td><s>17</s> 15</td>", StringComparison.Ordinal));
        yield return (
            "Ferries 17",
            table,
            table.Replace("<tr><td>Ferries</td><td>17</td><td>340</td></tr>", "", StringComparison.Ordinal)
        );
        var lead = F(Lead, "These statements are true:");
        yield return ("Every pupil receives 2 warm meals a day.", lead, F(Lead, "These statements are untrue:"));
        yield return ("Every pupil receives 2 warm meals a day.", lead, F(Lead, "We could not confirm any of these statements:"));
        yield return ("Every pupil receives 2 warm meals a day.", lead, F(Lead, "Until 2024 the rules were:"));
        var note = F(Note, "", "");
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            F(Note, "<sup><a href='#f1'>1</a></sup>", "<ol class=notes><li id=f1>Value recalled by the laboratory.</li></ol>")
        );
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            F(Note, "*", "<p>* This reading came from a broken probe.</p>")
        );
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            F(Note, "", "").Replace("milligrams per litre", "micrograms per litre", StringComparison.Ordinal)
        );
        yield return ("Nitrate in the Ilma stood at 9 milligrams per litre", note, F(Note, " In May it stood at 26.", ""));
        var badge = F(Badge, "<span class=badge>In force</span>");
        yield return ("Helmets must withstand a fall of 1.8 metres.", badge, F(Badge, "<span class=badge>Withdrawn</span>"));
        yield return (
            "Helmets must withstand a fall of 1.8 metres.",
            badge,
            F(Badge, "<span class=badge>Superseded by DK-90</span>")
        );
        yield return (
            "Helmets must withstand a fall of 1.8 metres.",
            badge,
            F(Badge, "<span class=badge>No longer in force</span>")
        );
        yield return (
            "Helmets must withstand a fall of 1.8 metres.",
            badge,
            F(Badge, "<span class=badge>In force</span>").Replace("Helmets must", "Helmets need not", StringComparison.Ordinal)
        );
        var answer = F(Answer, "Yes.");
        yield return ("The Orlo dam broke on 3 March", answer, F(Answer, "No."));
        yield return ("The Orlo dam broke on 3 March", answer, F(Answer, "That is a rumour."));
        yield return (
            "The Orlo dam broke on 3 March",
            answer,
            F(Answer, "Yes.").Replace("farms.", "farms?", StringComparison.Ordinal)
        );
        yield return (
            "The Orlo dam broke on 3 March",
            answer,
            F(Answer, "Yes.")
                .Replace("The Orlo dam broke", "“The Orlo dam broke", StringComparison.Ordinal)
                .Replace("12 farms.", "12 farms,” a prankster wrote.", StringComparison.Ordinal)
        );
        yield return (
            "The Orlo dam broke on 3 March",
            answer,
            F(Answer, "Yes.")
                .Replace("<p>The Orlo", "<blockquote><p>The Orlo", StringComparison.Ordinal)
                .Replace("farms.</p>", "farms.</p></blockquote><p>So ran a chain letter.</p>", StringComparison.Ordinal)
        );
        var twice = F(Twice, "Blaze destroys 30 warehouses", "A blaze destroyed 30 warehouses at Quinta mill.");
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            F(Twice, "Blaze destroys 8 warehouses", "A blaze destroyed 8 warehouses at Quinta mill.")
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            F(Twice, "Blaze destroys 30 warehouses", "A blaze destroyed 8 warehouses at Quinta mill.")
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            F(Twice, "UNCONFIRMED: Blaze destroys 30 warehouses", "A blaze destroyed 30 warehouses at Quinta mill.")
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            F(Twice, "Blaze destroys 30 warehouses", "The fire chief has corrected himself.")
        );
        yield return (
            "Samples are taken at dawn. […] Nitrate in the Ilma stood at 9 milligrams",
            note,
            note.Replace("at 9 mill", "at 19 mill", StringComparison.Ordinal)
        );
        yield return (
            "Bathing is allowed. Anglers welcome the result.",
            note,
            note.Replace("Anglers welcome", "Anglers reject", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<(string Quote, string Was, string Now)> Noise()
    {
        var table = F(Table, "March 2026", "Vessels", "");
        yield return (
            "Ferries 17",
            table,
            table
                .Replace("<tr><td>Tugs</td><td>41</td><td>205</td></tr>", "", StringComparison.Ordinal)
                .Replace("</table>", "<tr><td>Tugs</td><td>41</td><td>205</td></tr></table>", StringComparison.Ordinal)
        );
        yield return (
            "Ferries 17",
            table,
            table.Replace("</table>", "<tr><td>Icebreakers</td><td>3</td><td>66</td></tr></table>", StringComparison.Ordinal)
        );
        yield return ("Ferries 17", table, table.Replace("<td>41</td>", "<td>43</td>", StringComparison.Ordinal));
        yield return (
            "Ferries 17",
            table,
            table.Replace("Shipyards are not covered.", "Shipyards are not included.", StringComparison.Ordinal)
        );
        yield return (
            "Ferries 17",
            table,
            table.Replace(
                "<tr><th>Class</th><th>Vessels</th><th>Crew</th></tr><tr><td>Tugs</td><td>41</td><td>205</td></tr><tr><td>Ferries</td><td>17</td><td>340</td></tr>",
                "<thead><tr><th scope=col>Class</th><th>Crew</th><th>Vessels</th></tr></thead><tbody><tr><td>Tugs</td><td>205</td><td>41</td></tr><tr><td>Ferries</td><td>340</td><td>17</td></tr></tbody>",
                StringComparison.Ordinal
            )
        );
        var lead = F(Lead, "These statements are true:");
        yield return (
            "Every pupil receives 2 warm meals a day.",
            lead,
            lead.Replace("<li>Milk is free until grade four.</li>", "", StringComparison.Ordinal)
                .Replace("<ul>", "<ul><li>Milk is free until grade four.</li>", StringComparison.Ordinal)
        );
        yield return (
            "Every pupil receives 2 warm meals a day.",
            lead,
            lead.Replace("2 warm", "two warm", StringComparison.Ordinal)
        );
        yield return (
            "Every pupil receives 2 warm meals a day.",
            lead,
            lead.Replace("<p>Parents sent us questions.</p>", "<p>Families sent us questions.</p>", StringComparison.Ordinal)
        );
        var note = F(Note, "", "");
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            F(Note, "<sup>[2]</sup>", "<p>[2] Method: ion chromatography.</p>")
        );
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            note.Replace("Samples are taken at dawn.", "Samples are collected at dawn by volunteers.", StringComparison.Ordinal)
        );
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            note.Replace("9 milligrams per litre", "9&nbsp;mg per litre", StringComparison.Ordinal)
        );
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            note.Replace(
                "<p>Anglers welcome the result.</p>",
                "<p>Anglers welcome the result.</p><figure><img src=x><figcaption>The Ilma near the old mill. Picture: R. Tamm</figcaption></figure>",
                StringComparison.Ordinal
            )
        );
        yield return (
            "Nitrate in the Ilma stood at 9 milligrams per litre",
            note,
            note.Replace(
                "<p>Anglers",
                "<p><a href=/z>Read also: Why the Ilma turns green</a></p><p>Anglers",
                StringComparison.Ordinal
            )
        );
        var badge = F(Badge, "<span class=badge>In force</span>");
        yield return (
            "Helmets must withstand a fall of 1.8 metres.",
            badge,
            badge.Replace("Copies cost 20 crowns.", "Copies cost 25 crowns.", StringComparison.Ordinal)
        );
        yield return (
            "Helmets must withstand a fall of 1.8 metres.",
            badge,
            badge.Replace("h1>", "h2>", StringComparison.Ordinal)
        );
        yield return (
            "Helmets must withstand a fall of 1.8 metres.",
            badge,
            badge
                .Replace("<p>Helmets", "<p><span style='font-size:2em'>H</span>elmets", StringComparison.Ordinal)
                .Replace("<span style='font-size:2em'>H</span>Helmets", "<span>H</span>elmets", StringComparison.Ordinal)
        );
        var answer = F(Answer, "Yes.");
        yield return (
            "The Orlo dam broke on 3 March",
            answer,
            answer.Replace("Insurers will meet next week.", "Insurers met on Tuesday.", StringComparison.Ordinal)
        );
        yield return (
            "The Orlo dam broke on 3 March",
            answer,
            answer.Replace(
                "<h2>Who pays?</h2>",
                "<h2>Where is the dam?</h2><p>It lies north of the capital.</p><h2>Who pays?</h2>",
                StringComparison.Ordinal
            )
        );
        yield return ("The Orlo dam broke on 3 March", answer, answer.Replace("3 March", "March 3rd", StringComparison.Ordinal));
        var twice = F(Twice, "Blaze destroys 30 warehouses", "A blaze destroyed 30 warehouses at Quinta mill.");
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            twice.Replace(
                "<p>Roads are open again.</p>",
                "<p>Roads are open again.</p><p>The choir of Quinta sings on Sunday.</p>",
                StringComparison.Ordinal
            )
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            twice.Replace("30 warehouses", "thirty warehouses", StringComparison.Ordinal)
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            twice.Replace(
                "<p>Reporters were on site.</p>",
                "<p>By Ana Ruiz, updated 14:02</p><p>Reporters were on site.</p>",
                StringComparison.Ordinal
            )
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            twice.Replace(
                "<p>Roads",
                "<div>Advertisement: lower your heating bill by 30%</div><p>Roads",
                StringComparison.Ordinal
            )
        );
        yield return (
            "The blaze at Quinta mill destroyed 30 warehouses",
            twice,
            twice.Replace(
                "</h1>",
                "</h1><ul class=tools><li><a href=#>Print</a></li><li>4 min read</li></ul>",
                StringComparison.Ordinal
            )
        );
    }
}
