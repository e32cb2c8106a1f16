namespace ClaimTracker.Benchmarks.Watches;

/// <summary>Answers that are not the page, and say nothing of the passage.</summary>
internal static class TrapWalls
{
    private static readonly (string Kind, string Title, string Body, int Status)[] Walls =
    [
        (
            "consent",
            "Your data, your choice",
            "<h1>Your data, your choice</h1><p>With your agreement, we and 812 partners use identifiers to show personalised ads.</p><button>Agree</button><button>Settings</button>",
            200
        ),
        (
            "consent",
            "=",
            "<div class=cmp><h2>Before you read on</h2><p>Please choose: read with advertising and tracking, or take out a Pur plan for 3.99 a month.</p></div>",
            200
        ),
        ("captcha", "Security verification", "<h1>One more step</h1><p>Tick the box to show that a person is browsing.</p>", 200),
        (
            "captcha",
            "Attention required",
            "<p>Our systems have seen odd traffic from your network. Type the letters in the image.</p>",
            200
        ),
        (
            "paywall",
            "=",
            "<h1>{T}</h1><p>{B}</p><div class=offer><p>The rest of this text is for subscribers. Take out a plan from 1.50 a week.</p></div>",
            200
        ),
        (
            "paywall",
            "=",
            "<h1>{T}</h1><div class=gate>This article is reserved for our members. Log in or join to read it.</div>",
            200
        ),
        ("shell", "App", "<div id=app></div><script src=/m.js></script>", 200),
        ("shell", "=", "<div class=spinner>Loading…</div><noscript>Turn on scripts.</noscript>", 200),
        ("soft404", "Not found", "<h1>We can't find that page</h1><p>It may have moved. Use the search box above.</p>", 200),
        (
            "soft404",
            "Oops",
            "<h1>Oops!</h1><p>That link leads nowhere. Head back to the start page.</p><ul><li><a href=/1>News</a></li></ul>",
            200
        ),
        (
            "parked",
            "domain.example",
            "<h1>domain.example is for sale</h1><p>Make an offer to the owner today.</p><ul><li><a href=#>Loans</a></li><li><a href=#>Flights</a></li></ul>",
            200
        ),
        (
            "parked",
            "Welcome",
            "<p>This web address was registered a short while ago. Its owner has not put anything here yet.</p>",
            200
        ),
        (
            "signin",
            "Log in",
            "<form><h1>Log in</h1><label>E-mail <input></label><label>Password <input type=password></label><button>Log in</button></form>",
            200
        ),
        ("signin", "Staff portal", "<h2>Staff portal</h2><p>Your session ran out. Sign in again to go on.</p>", 200),
        ("maintenance", "Back soon", "<h1>We'll be right back</h1><p>Our site is down for planned work until 06:00.</p>", 200),
        ("maintenance", "=", "<p>We are giving this service a tune-up. Thanks for your patience, come back in an hour.</p>", 200),
        (
            "language",
            "=",
            "<h1>Aktuelles</h1><p>Die Behörde hat am Montag ihren Bericht vorgelegt und die wichtigsten Zahlen des Jahres zusammengefasst.</p><p>Der Ausschuss wird sich in der nächsten Woche mit den Ergebnissen und den Folgen für die Gemeinden befassen.</p>",
            200
        ),
        (
            "language",
            "=",
            "<h1>Actualités</h1><p>Le rapport a été présenté lundi par les services de la ville et il est désormais en ligne pour tous les habitants.</p><p>Les élus vont en débattre dans les prochaines semaines avec les associations du quartier.</p>",
            200
        ),
        ("error", "Error", "<h1>HTTP 503</h1><p>The upstream did not answer.</p>", 503),
        (
            "error",
            "Error",
            "<h1>Something broke</h1><p>An exception was thrown while rendering this view. Reference: 7f3a.</p>",
            200
        ),
        ("error", "Gone", "<p>Gone.</p>", 410),
        ("region", "=", "<p>Sorry, this content cannot be shown where you are.</p>", 200),
        (
            "other",
            "Garden centre",
            "<h1>Garden centre</h1><p>Roses, tulips and tools for every terrace, delivered within two days.</p><p>Visit our greenhouse on the ring road.</p>",
            200
        ),
        ("age", "Age check", "<h1>How old are you?</h1><p>You have to be 18 to go in. Type in your year of birth.</p>", 200),
    ];

    public static IEnumerable<Trap> Of(TrapSubject s, int number)
    {
        var kept = new TrapPage(s);
        for (var i = 0; i < 5; i++)
        {
            var (kind, title, body, status) = Walls[(number * 5 + i) % Walls.Length];
            title = title == "=" ? s.Title : title;
            body = body.Replace("{T}", s.Title, StringComparison.Ordinal).Replace("{B}", s.Before, StringComparison.Ordinal);
            var html =
                $"<!doctype html><html><head><title>{title}</title></head><body><header>{(i % 2 == 0 ? "<nav><a href=/a>Home</a></nav>" : "")}</header>{body}<footer>All rights reserved.</footer></body></html>";
            yield return new Trap($"{kind}-{s.Style}-{number}-{i}", "wall", s.Quote, kept.Html(), html, status);
        }
    }
}
