using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void A_kind_takes_from_the_default_what_it_does_not_say()
    {
        var rechecks = Rechecks(
            ("Rechecks:Default:Every", "9.00:00:00"),
            ("Rechecks:Default:AtMost", "99.00:00:00"),
            ("Rechecks:Default:BackOff", "3"),
            ("Rechecks:Kinds:count:StaleAfter", "1.00:00:00")
        );
        var count = rechecks.For("count");
        Assert.Equal(
            (TimeSpan.FromDays(9), TimeSpan.FromDays(99), 3.0, TimeSpan.FromDays(1)),
            (count.Every, count.AtMost, count.BackOff, count.StaleAfter)
        );
        Assert.Equal(TimeSpan.FromDays(7), rechecks.For("statistic").StaleAfter);
    }

    [Fact]
    public void A_kind_that_is_none_is_named() =>
        Assert.Contains(
            "Rechecks:Kinds holds “casualty-figur”",
            Assert
                .Throws<OptionsValidationException>(() => Rechecks(("Rechecks:Kinds:casualty-figur:Every", "1.00:00:00")))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_proxy_that_is_none_is_named()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:Proxies:0", "proxy.example.org")
        );
        Assert.Contains("Desk:Proxies holds “proxy.example.org”", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_listens_where_its_settings_say() => Assert.Equal("http://localhost:5000", Listening()["urls"]);

    [Theory]
    [InlineData("urls")]
    [InlineData("URLS")]
    public void An_address_in_the_environment_wins(string key) =>
        Assert.Equal("http://127.0.0.1:9", Listening((key, "http://127.0.0.1:9"))["urls"]);

    [Theory]
    [InlineData("HTTP_PORTS", "8080", "http://*:8080")]
    [InlineData("HTTPS_PORTS", "8443", "https://*:8443")]
    [InlineData("HTTP_PORTS", "8080; 8081", "http://*:8080;http://*:8081")]
    [InlineData("HTTP_PORTS", " ", "http://localhost:5000")]
    public void A_port_in_the_environment_wins(string key, string given, string addresses) =>
        Assert.Equal(addresses, Listening((key, given))["urls"]);

    [Fact]
    public void An_address_on_the_command_line_wins_over_a_port_in_the_environment() =>
        Assert.Equal("http://127.0.0.1:9", Listening(("HTTP_PORTS", "8080"), ("urls", "http://127.0.0.1:9"))["urls"]);

    // As the host makes it: the environment first, then the file once more, which used to win.
    private static ConfigurationManager Listening(params (string Key, string Value)[] environment)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(environment.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        configuration.SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json");
        configuration.AddProgramSettings();

        // What comes later makes it read everything anew.
        configuration.Sources.Insert(1, new MemoryConfigurationSource());
        return configuration;
    }

    private static RecheckSettings Rechecks(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSettings()
            .BuildServiceProvider()
            .GetRequiredService<IOptions<RecheckSettings>>()
            .Value;
    }
}
