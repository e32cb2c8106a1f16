using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>RFC 9309: which group counts, which rule of it, and how paths are compared.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/port", false)]
    [InlineData("User-agent: *\nDisallow:", "/port", true)]
    [InlineData("", "/port", true)]
    [InlineData("Disallow: /", "/port", true)]
    [InlineData("<!doctype html><p>Disallow: nothing here</p>", "/port", true)]
    [InlineData("User-agent: other\nDisallow: /", "/port", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: claimtracker\nAllow: /", "/port", true)]
    [InlineData("User-agent: ClaimTracker/0.1\nDisallow: /\n\nUser-agent: *\nAllow: /", "/port", false)]
    [InlineData("User-agent: ClaimTrackerPlus\nDisallow: /", "/port", true)]
    [InlineData("User-agent: other\nUser-agent: claimtracker\nDisallow: /a\n", "/a", false)]
    [InlineData("User-agent: claimtracker\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData(
        "User-agent: claimtracker\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: ClaimTracker\nDisallow: /b",
        "/b",
        false
    )]
    [InlineData("User-agent: claimtracker\nDisallow:\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nCrawl-delay: 30\nSitemap: https://a.example/map\nDisallow: /a", "/a", false)]
    [InlineData("\uFEFFuser-agent : *  # all\r\ndisallow : /a # not this", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    public void The_groups_that_name_the_program_count_together_and_else_those_for_everybody(
        string file,
        string path,
        bool allowed
    ) => Check(file, path, allowed);

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("Allow: /a/b\nDisallow: /a/b/c", "/a/b/c", false)]
    [InlineData("Disallow: /page\nAllow: /page", "/page", true)]
    [InlineData("Allow: /page\nDisallow: /*.html", "/page.html", false)]
    [InlineData("Disallow: /fish", "/Fish", true)]
    [InlineData("Disallow: /fish*", "/fishheads", false)]
    [InlineData("Disallow: /*.php", "/a/b.php?c=d", false)]
    [InlineData("Disallow: /*.php$", "/b.php?c=d", true)]
    [InlineData("Disallow: /*.php$", "/a.php/b.php", false)]
    [InlineData("Disallow: /$", "/", false)]
    [InlineData("Disallow: /$", "/a", true)]
    [InlineData("Disallow: /a*b*c$", "/a-b-c-bc", false)]
    [InlineData("Disallow: /a*b*c$", "/a-b-c-d", true)]
    [InlineData("Disallow: /ab*b$", "/ab", true)]
    [InlineData("Disallow: /a?b=", "/a?b=1", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    public void The_longest_rule_that_a_path_meets_decides_and_of_two_the_one_that_allows(
        string rules,
        string path,
        bool allowed
    ) => Check("User-agent: *\n" + rules, path, allowed);

    [Theory]
    [InlineData("Disallow: /%61b", "/ab", false)]
    [InlineData("Disallow: /ab", "/%61b", false)]
    [InlineData("Disallow: /ü", "/%C3%BC", false)]
    [InlineData("Disallow: /%c3%bc", "/ü", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /a%2Ab", "/a*b", false)]
    [InlineData("Disallow: /a%2Ab", "/a-b", true)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    [InlineData("Disallow: /a%zz", "/a%zz", false)]
    public void An_octet_is_the_same_however_it_is_written(string rules, string path, bool allowed) =>
        Check("User-agent: *\n" + rules, path, allowed);

    [Fact]
    public void Patterns_of_many_stars_in_a_file_of_the_greatest_length_are_compared_step_by_step()
    {
        var stars = "Disallow: /" + string.Concat(Enumerable.Repeat("*a", 200)) + "b$";
        var file = "User-agent: *\n" + string.Join('\n', Enumerable.Repeat(stars, RobotsRules.MostBytes / stars.Length));
        Check(file, "/" + new string('a', 1_900), true);
    }

    private static void Check(string file, string path, bool allowed)
    {
        var page = new Uri(new Uri("https://news.example.org"), path);
        var rules = RobotsRules.Parse(file);
        Assert.Equal(allowed, rules.Allows(page));
        Assert.Equal(allowed, RobotsRules.Parse(rules.ToString()).Allows(page));
    }
}
