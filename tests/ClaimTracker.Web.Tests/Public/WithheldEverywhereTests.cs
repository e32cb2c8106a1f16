using System.Diagnostics;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>
/// What is withheld is looked for in every byte that readers are given: each address that asks nobody to sign in is found in the
/// running program, and one that this test does not know fails it.
/// </summary>
public sealed class WithheldEverywhereTests
{
    // In wording and sentence; in rationale and quote of both versions; in what the second one says that it changed.
    private const string Wording = "Zorvath Quimby owns the 90 barges.";
    private static readonly string[] OfTexts = ["Plimsolly", "Gravadlax", "Hornswoggle"];
    private static readonly string[] OfWording = ["Zorvath", "Quimby"];

    // No speed is shown here, only that answers from memory end: a machine with much else to do may take longer than the second.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    // What stands in braces is filled with claims and articles of the scene. Static files hold what the program was built with.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [""] = ["/", "/?q=barges", "/?q=Quimby", "/?verdict=true", "/?freshness=fresh", "/?outlet=The%20Test%20Courier"],
        ["claims/{id:long}"] = ["/claims/{claim}", "/claims/{other}", "/claims/{repeats}"],
        ["articles/{id:long}"] = ["/articles/{article}", "/articles/{full}"],
        ["corrections"] = ["/corrections"],
        ["methodology"] = ["/methodology"],
        ["feed"] = ["/feed"],
        ["robots.txt"] = ["/robots.txt"],
        ["sitemap.xml"] = ["/sitemap.xml"],
        ["api/claims"] = ["/api/claims", "/api/claims?q=barges", "/api/claims?q=Quimby"],
        ["api/claims/{id:long}"] = ["/api/claims/{claim}", "/api/claims/{other}", "/api/claims/{repeats}"],
        ["api/claimreview"] = ["/api/claimreview"],
        ["api/{**rest}"] = ["/api/nothing"],
        ["{**address}"] = ["/nothing"],
        ["health/live"] = ["/health/live"],
        ["health/ready"] = ["/health/ready"],
        ["error"] = ["/error"],
        ["signin"] = ["/signin"],
        ["signin/typed"] = ["/signin/typed"],
        ["denied"] = ["/denied"],
        ["setup"] = ["/setup"],
    };

    [Fact]
    public async Task Every_address_that_asks_nobody_to_sign_in_is_walked()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var found = await desk.InScopeAsync(services =>
            Task.FromResult(
                services
                    .GetRequiredService<EndpointDataSource>()
                    .Endpoints.OfType<RouteEndpoint>()
                    .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                    .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                    .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
                    .Distinct()
                    .ToList()
            )
        );

        Assert.Equal([.. Known.Keys.Order(StringComparer.Ordinal)], found.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_text_of_a_suspended_verdict_comes_out_anywhere_and_all_of_it_does_once_it_is_restored(DatabaseKind kind)
    {
        await using var scene = await Scene.StartAsync(kind, "eve");
        var before = await scene.HoldingAsync([.. OfTexts, .. OfWording]);
        Assert.All(
            [$"/claims/{scene.Claim}", $"/api/claims/{scene.Claim}", "/feed", "/corrections"],
            address => Assert.Contains(before, held => held.Address == address && OfTexts.Contains(held.Word))
        );

        var took = await scene.SuspendAsync(withWording: false);

        Assert.True(took < Longest, $"Readers were given it for {took} after the press.");
        Assert.Empty(await scene.HoldingAsync(OfTexts));
        var said = await scene.Reader.OpenAsync($"/claims/{scene.Claim}");
        Assert.Contains("We have suspended our verdict on this claim on", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("True", said.Html.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording, said.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\"publication\":\"suspended\"",
            await scene.Reader.Http.GetStringAsync($"/api/claims/{scene.Claim}", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        await scene.RestoreAsync();

        Assert.Equal(before, await scene.HoldingAsync([.. OfTexts, .. OfWording]));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Wording_and_sentences_come_out_nowhere_where_the_editor_says_so(DatabaseKind kind)
    {
        await using var scene = await Scene.StartAsync(kind, "eve");
        var before = await scene.HoldingAsync([.. OfTexts, .. OfWording]);
        Assert.All(
            ["/", "/?q=barges", "/api/claims?q=Quimby", "/sitemap.xml", $"/articles/{scene.Article}", $"/articles/{scene.Full}"],
            address =>
                Assert.True(
                    address == "/sitemap.xml" || before.Exists(held => held.Address == address && held.Word == "Quimby"),
                    address
                )
        );

        var took = await scene.SuspendAsync(withWording: true);

        Assert.True(took < Longest, $"Readers were given it for {took} after the press.");
        Assert.Empty(await scene.HoldingAsync([.. OfTexts, .. OfWording]));
        var article = await scene.Reader.OpenAsync($"/articles/{scene.Full}");
        Assert.Contains("[withheld]", article.Text, StringComparison.Ordinal);
        Assert.Contains("The quay was built in 1901.", article.Text, StringComparison.Ordinal);
        foreach (var format in new[] { "csv", "claimreview" })
        {
            var handedOn = await scene.ExportAsync(format);
            Assert.DoesNotContain([.. OfTexts, .. OfWording], word => handedOn.Contains(word, StringComparison.Ordinal));
        }

        await scene.RestoreAsync();

        Assert.Equal(before, await scene.HoldingAsync([.. OfTexts, .. OfWording]));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_retracted_text_comes_out_nowhere_until_another_editor_lets_it_be_read(DatabaseKind kind)
    {
        await using var scene = await Scene.StartAsync(kind, "eve");
        var before = await scene.HoldingAsync(OfTexts);
        await scene.SuspendAsync(withWording: false);
        await scene.DecideAsync("Retract the published verdict", new() { ["fields[Retract:reason]"] = "It was another man." });

        Assert.Empty(await scene.HoldingAsync(OfTexts));
        var said = await scene.Reader.OpenAsync($"/claims/{scene.Claim}");
        Assert.Contains("It was another man.", said.Text, StringComparison.Ordinal);
        Assert.Contains("What it says is withheld.", said.Text, StringComparison.Ordinal);

        await scene.Eli.SubmitAsync($"/desk/claims/{scene.Claim}", [], button: "Let readers read it again");

        var after = await scene.HoldingAsync(OfTexts);
        Assert.Contains(after, held => held.Address == $"/api/claims/{scene.Claim}");
        Assert.Contains(after, held => held.Address == $"/claims/{scene.Claim}");
        Assert.NotEmpty(before);
    }

    /// <summary>A claim with two public versions, one that repeats it, and two articles, on one server or two.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly DeskApp _desk;
        private readonly List<DeskApp> _servers;
        private readonly List<DeskBrowser> _readers;

        private Scene(DeskApp desk, List<DeskApp> servers, DeskBrowser eve, DeskBrowser eli)
        {
            (_desk, _servers, Eve, Eli) = (desk, servers, eve, eli);
            _readers = servers.ConvertAll(server => server.Browser());
        }

        public DeskBrowser Reader => _readers[^1];

        public DeskBrowser Eve { get; }

        public DeskBrowser Eli { get; }

        public long Claim { get; private set; }

        /// <summary>Its sentence stands beside that of the claim.</summary>
        public long Other { get; private set; }

        /// <summary>It is linked to the claim.</summary>
        public long Repeats { get; private set; }

        /// <summary>Of which readers see the sentences alone.</summary>
        public long Article { get; private set; }

        /// <summary>Of which readers see the whole text.</summary>
        public long Full { get; private set; }

        public static async Task<Scene> StartAsync(DatabaseKind kind, string editor)
        {
            var desk = await DeskApp.StartAsync(kind);
            List<DeskApp> servers = [desk];
            if (kind == DatabaseKind.Postgres)
                servers.Add(await desk.StartAnotherAsync());
            var scene = new Scene(
                desk,
                servers,
                await desk.SignInAsync(editor, Roles.Editor),
                await desk.SignInAsync("eli", Roles.Editor)
            );
            await scene.MakeAsync();
            return scene;
        }

        private async Task MakeAsync()
        {
            Claim = await _desk.AddPublishedClaimAsync(Wording, "false");
            Repeats = await RepeatAsync();
            await _desk.PublishAsync(
                Claim,
                "true",
                $"The registry, {OfTexts[0]} and {OfTexts[1]}.",
                $"We had read {OfTexts[2]} for another."
            );
            Other = await _desk.AddPublishedClaimAsync("The quay was built in 1901.", "true");
            await _desk.QueryAsync(async db =>
            {
                // Both claims, one beside the other, in an article of which all is shown.
                var text = $"{Wording} The quay was built in 1901. It is long.";
                var article = new Article("Ships", "An Open Paper", text, _desk.Now, "test") { PublishedOn = new(2026, 5, 1) };
                var outlet = new Outlet("An Open Paper");
                outlet.License(Licence.Full);
                db.Add(outlet);
                var claims = await db.Claims.Include(c => c.Appearances).Where(c => c.Id == Claim || c.Id == Other).ToListAsync();
                foreach (var claim in claims)
                {
                    var at = text.IndexOf(claim.Wording, StringComparison.Ordinal);
                    claim.Appearances.Add(new Appearance(article, at, at + claim.Wording.Length));
                }

                await db.SaveChangesAsync();
                Full = article.Id;
                Article = await db
                    .Appearances.Where(a => a.ClaimId == Claim && a.ArticleId != Full)
                    .Select(a => a.ArticleId)
                    .SingleAsync();
                return true;
            });
        }

        // Linked before the second version came, so that its page tells of the change.
        private async Task<long> RepeatAsync()
        {
            var repeats = await _desk.AddPublishedClaimAsync("It is said of the barges, too.", "true");
            await _desk.QueryAsync(db =>
                db.CommitAsync(
                    "prepare",
                    Right.Work,
                    async _ =>
                    {
                        var target = await db.Claims.SingleAsync(c => c.Id == Claim);
                        var claim = await db.Claims.Include(c => c.Verdicts).SingleAsync(c => c.Id == repeats);
                        return claim.LinkTo(target, new Actor("someone else", new HashSet<string> { Roles.Editor }), _desk.Now);
                    },
                    CancellationToken.None
                )
            );
            _desk.Clock.Advance(TimeSpan.FromMinutes(1));
            return repeats;
        }

        /// <summary>
        /// Presses, and reads until no server gives out any of it: how long after the press the last was asked that still did.
        /// </summary>
        public async Task<TimeSpan> SuspendAsync(bool withWording)
        {
            var page = await Eve.OpenAsync($"/desk/claims/{Claim}");
            await ReadAllAsync();
            Dictionary<string, string> fields = new() { ["suspendWhy"] = "A lawyer called." };
            if (withWording)
                fields["suspendWording"] = "true";
            var pressed = await Eve.SubmitAsync(page, fields, button: "Suspend it now");
            var pressedAt = Stopwatch.GetTimestamp();
            Assert.Contains("The verdict is suspended.", pressed.Text, StringComparison.Ordinal);
            string[] words = withWording ? [.. OfTexts, .. OfWording] : OfTexts;
            var last = TimeSpan.Zero;
            for (var isGiven = true; isGiven && last < Longest; )
            {
                isGiven = false;
                foreach (var (_, body, askedAt) in await ReadAllAsync())
                {
                    if (!words.Any(word => body.Contains(word, StringComparison.OrdinalIgnoreCase)))
                        continue;
                    (isGiven, last) = (true, Stopwatch.GetElapsedTime(pressedAt, askedAt));
                }
            }

            return last;
        }

        public async Task<string> ExportAsync(string format) => (await _desk.Database.RunAsync("export", "--format", format)).Out;

        public Task RestoreAsync() => DecideAsync("Give it back to readers", []);

        public async Task DecideAsync(string decision, Dictionary<string, string> fields)
        {
            await Eli.SubmitAsync($"/desk/claims/{Claim}", [], button: "Take this task");
            var decided = await Eli.SubmitAsync($"/desk/claims/{Claim}", fields, button: decision);
            Assert.Contains("Decided:", decided.Text, StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }

        /// <summary>Which address holds which of the words, on any server.</summary>
        public async Task<List<(string Address, string Word)>> HoldingAsync(string[] words)
        {
            List<(string, string)> held = [];
            foreach (var (address, body, _) in await ReadAllAsync())
            {
                held.AddRange(
                    words.Where(word => body.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => (address, word))
                );
            }

            return held;
        }

        private async Task<List<(string Address, string Body, long AskedAt)>> ReadAllAsync()
        {
            List<(string, string, long)> read = [];
            foreach (var address in Addresses())
            {
                foreach (var reader in _readers)
                {
                    var askedAt = Stopwatch.GetTimestamp();
                    using var response = await reader.Http.GetAsync(address, TestContext.Current.CancellationToken);

                    // What was searched for stands on the page of who searches.
                    var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    read.Add((address, body.Replace("value=\"Quimby\"", "", StringComparison.Ordinal), askedAt));
                }
            }

            return read;
        }

        private IEnumerable<string> Addresses() =>
            Known
                .Values.SelectMany(addresses => addresses)
                .Select(address =>
                    address
                        .Replace("{claim}", $"{Claim}", StringComparison.Ordinal)
                        .Replace("{other}", $"{Other}", StringComparison.Ordinal)
                        .Replace("{repeats}", $"{Repeats}", StringComparison.Ordinal)
                        .Replace("{article}", $"{Article}", StringComparison.Ordinal)
                        .Replace("{full}", $"{Full}", StringComparison.Ordinal)
                );

        public async ValueTask DisposeAsync()
        {
            foreach (var reader in _readers)
                reader.Dispose();
            Eve.Dispose();
            Eli.Dispose();
            foreach (var server in _servers.AsEnumerable().Reverse())
                await server.DisposeAsync();
        }
    }
}
