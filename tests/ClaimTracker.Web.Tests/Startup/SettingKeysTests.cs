using System.Collections;
using System.ComponentModel;
using System.Globalization;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Startup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>The settings file holds every setting with the default of the code, and nothing that no setting reads.</summary>
public sealed class SettingKeysTests
{
    private static readonly Dictionary<string, object> Defaults = new()
    {
        ["Desk"] = new DeskSettings(),
        ["Intake"] = new IntakeSettings(),
        ["Workflows"] = new WorkflowSettings(),
        ["Rechecks"] = new RecheckSettings(),
        ["Looks"] = new LookSettings(),
        ["Jobs"] = new JobSettings(),
    };

    // What a kind does not say here it takes from the default: who strikes a kind out of the file means that.
    private static readonly string[] OfTheFileAlone = ["Workflows:ByKind", "Rechecks:Kinds"];

    [Fact]
    public void The_file_holds_every_setting_as_the_code_has_it()
    {
        var file = File();
        Assert.Equal(DatabaseSetup.DefaultConnection, file["ConnectionStrings:ClaimTracker"]);
        var written = Defaults
            .Keys.SelectMany(section => Leaves(file.GetSection(section)))
            .Where(leaf => !OfTheFileAlone.Any(key => leaf.StartsWith(key + ":", StringComparison.Ordinal)));
        var defaults = Defaults.SelectMany(one => Leaves(one.Key, one.Value));
        Assert.Equal(defaults.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_file_has_no_key_and_no_value_that_cannot_be_read() => SettingKeys.Check(File());

    [Theory]
    [InlineData("Desk:Nmae", "The Desk", "Desk:Nmae is no setting; Desk holds Name, PublicUrl, Lease, ")]
    [InlineData("ConnectionStrings:Desk", "Host=db", "ConnectionStrings:Desk is no setting; ConnectionStrings holds Claim")]
    [InlineData("Rechecks:Default:Evry", "1.00:00:00", "Rechecks:Default:Evry is no setting; Rechecks:Default holds Every,")]
    [InlineData("Rechecks:Kinds:count:Stale", "1.00:00:00", "Rechecks:Kinds:count:Stale is no setting; Rechecks:Kinds:count ")]
    [InlineData("Desk:Name:Short", "CT", "Desk:Name:Short is no setting; Desk:Name holds one text.")]
    [InlineData("Dessk:Name", "The Desk", "Dessk is no setting; there are ConnectionStrings, Desk, Intake,")]
    [InlineData("Rechecks:Default", "7.00:00:00", "Rechecks:Default is “7.00:00:00”; give its settings: Every,")]
    [InlineData("Desk:Lease", "half an hour", "Desk:Lease is “half an hour”; give a time span, days.hours:minutes:seconds")]
    [InlineData("Desk:ShowClaimsUnderReview", "yes", "Desk:ShowClaimsUnderReview is “yes”; give true or false.")]
    [InlineData("Intake:MaxBytes", "5 MB", "Intake:MaxBytes is “5 MB”; give a whole number.")]
    [InlineData("Rechecks:Default:BackOff", "double", "Rechecks:Default:BackOff is “double”; give a number")]
    [InlineData("Desk:Proxies", "10.0.0.7", "Desk:Proxies is “10.0.0.7”; give each by itself, as Desk:Proxies:0.")]
    [InlineData("Workflows:ByKind", "recheck", "Workflows:ByKind is “recheck”; give each by itself, as Workflows:ByKind:NAME.")]
    public void An_unknown_key_and_an_unreadable_value_are_named(string key, string value, string message)
    {
        var given = new ConfigurationBuilder().Add(new CommandLineConfigurationSource { Args = [$"--{key}={value}"] }).Build();
        var refused = Assert.Throws<OptionsValidationException>(() => SettingKeys.Check(given));
        Assert.StartsWith(message, Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Desk": { "PublicUrl": null } }""", "Desk:PublicUrl is empty; strike it out, or fill it in.")]
    [InlineData("""{ "Rechecks": { "Default": null } }""", "Rechecks:Default is empty; strike it out, or fill it in.")]
    [InlineData("""{ "Desk": { "Proxies": null } }""", "Desk:Proxies is empty; strike it out, or fill it in.")]
    public void What_would_take_the_place_of_a_default_and_is_nothing_is_named(string json, string message)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => SettingKeys.Check(Json(json)));
        Assert.Equal(message, Assert.Single(refused.Failures));
    }

    [Theory]
    [InlineData("""{ "$schema": "https://schemas.example/appsettings.json", "Desk": {} }""")]
    [InlineData("""{ "Desk": { "Proxies": [] }, "ShutdownTimeoutSeconds": 5 }""")]
    public void A_file_that_says_nothing_wrong_is_read(string json) => SettingKeys.Check(Json(json));

    [Fact]
    public void Connections_of_others_in_the_environment_are_theirs() =>
        SettingKeys.Check(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("ConnectionStrings:ClaimTracker_ProviderName", "Npgsql"),
                    new("ConnectionStrings:Cache", "x"),
                ])
                .Build()
        );

    [Fact]
    public void What_the_environment_holds_for_others_is_no_setting_of_ours() =>
        SettingKeys.Check(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("JOBS", "4"), new("OTHER:Name", "x"), new("desk:name", "In whatever case")])
                .Build()
        );

    private static IConfigurationRoot Json(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(file, text);
            return new ConfigurationBuilder().AddJsonFile(file).Build();
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    private static IConfigurationRoot File() =>
        new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").Build();

    private static IEnumerable<string> Leaves(IConfigurationSection section) =>
        section.GetChildren().ToList() is { Count: > 0 } children
            ? children.SelectMany(Leaves)
            : [Leaf(section.Path, section.Value)];

    private static IEnumerable<string> Leaves(string path, object? value) =>
        value switch
        {
            IDictionary { Count: 0 } when OfTheFileAlone.Contains(path) => [],
            IList { Count: 0 } => [Leaf(path, "")],
            null or string => [Leaf(path, (string?)value)],
            _ when TypeDescriptor.GetConverter(value) is { } converter && converter.CanConvertFrom(typeof(string)) =>
            [
                Leaf(path, converter.ConvertToInvariantString(value)),
            ],
            _ => value
                .GetType()
                .GetProperties()
                .SelectMany(property => Leaves($"{path}:{property.Name}", property.GetValue(value))),
        };

    // A number has its writing in the file, and a switch its case.
    private static string Leaf(string path, string? value) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{path} = {number}")
            : $"{path} = {value?.ToLowerInvariant()}";
}
