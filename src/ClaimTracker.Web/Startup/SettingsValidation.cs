using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Startup;

/// <summary>Stops the start on a setting that cannot work, named with its key.</summary>
internal static class SettingsValidation
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(3650);

    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        Add<DeskSettings>("Desk", Check);
        Add<IntakeSettings>("Intake", Check);
        Add<WorkflowSettings>("Workflows", Check);
        Add<RecheckSettings>("Rechecks", Check);
        services
            .AddOptions<RecheckSettings>()
            .Configure<IConfiguration>((rechecks, configuration) => rechecks.Inherit(configuration.GetSection("Rechecks")));
        Add<LookSettings>("Looks", Check);
        Add<JobSettings>("Jobs", Check);
        return services;

        void Add<T>(string section, Func<T, IEnumerable<string>> check)
            where T : class
        {
            services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<T>>(new Validator<T>(check));
            services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        }
    }

    private static IEnumerable<string> Check(DeskSettings desk)
    {
        if (string.IsNullOrWhiteSpace(desk.Name))
            yield return "Desk:Name is empty; give the name that readers see.";
        if (!desk.PublicUrl.IsAbsoluteUri || desk.PublicUrl.Scheme is not ("http" or "https"))
            yield return $"Desk:PublicUrl is “{desk.PublicUrl}”; give a full address, e.g. https://checks.example.org.";
        foreach (var proxy in desk.Proxies.Where(proxy => PublicAddress.NetworkOf(proxy) is null))
            yield return $"Desk:Proxies holds “{proxy}”; give a proxy's address (10.0.0.7) or its network (10.0.0.0/8).";
        if (desk.Lease < TimeSpan.FromMinutes(1) || desk.Lease > TimeSpan.FromDays(7))
            yield return $"Desk:Lease is {desk.Lease}; give one minute (00:01:00) to seven days.";
        if (desk.SuspensionDecidedWithin < TimeSpan.FromMinutes(1) || desk.SuspensionDecidedWithin > TimeSpan.FromDays(30))
            yield return $"Desk:SuspensionDecidedWithin is {desk.SuspensionDecidedWithin}; give one minute (00:01:00) to thirty days.";
    }

    private static IEnumerable<string> Check(IntakeSettings intake)
    {
        if (intake.MaxBytes is < 1_000 or > 100_000_000)
            yield return $"Intake:MaxBytes is {intake.MaxBytes}; give 1000 to 100000000.";
        if (intake.Timeout < TimeSpan.FromSeconds(1) || intake.Timeout > TimeSpan.FromMinutes(5))
            yield return $"Intake:Timeout is {intake.Timeout}; give one second to five minutes.";
        if (intake.MaxRedirects is < 0 or > 20)
            yield return $"Intake:MaxRedirects is {intake.MaxRedirects}; give 0 to 20.";
        foreach (var fault in intake.InternalHosts.Select(InternalHosts.Fault).OfType<string>())
            yield return $"Intake:InternalHosts holds {fault}; give e.g. archive.desk.example or archive.desk.example:8080.";
        if (
            intake.Proxy.Length > 0
            && !(
                Uri.TryCreate(intake.Proxy, UriKind.Absolute, out var proxy)
                && proxy is { Scheme: "http", UserInfo: "", PathAndQuery: "/" }
            )
        )
        {
            yield return $"Intake:Proxy is “{intake.Proxy}”; give a proxy's address without a name and a password, e.g. http://proxy.desk.example:3128.";
        }
    }

    private static IEnumerable<string> Check(WorkflowSettings workflows)
    {
        if (workflows.Engine is not ("Runner" or "Elsa"))
            yield return $"Workflows:Engine is “{workflows.Engine}”; give Runner or Elsa.";
        if (workflows.Engine == EngineChoice.Elsa && !EngineChoice.HasElsa)
            yield return "Workflows:Engine is Elsa, which is not in this build; give Runner, or build with -p:WorkflowEngine=Elsa where Elsa's packages are at hand.";
        foreach (var kind in workflows.ByKind.Keys.Except(ClaimKinds.Ids))
            yield return NoKind("Workflows:ByKind", kind);
        if (string.IsNullOrWhiteSpace(workflows.Default))
            yield return "Workflows:Default is empty; name the definition for claims of any other kind.";
        if (string.IsNullOrWhiteSpace(workflows.Recheck))
            yield return "Workflows:Recheck is empty; name the definition that carries out re-checks.";
    }

    private static IEnumerable<string> Check(RecheckSettings rechecks) =>
        Check("Rechecks:Default", rechecks.Default)
            .Concat(rechecks.Kinds.SelectMany(kind => Check($"Rechecks:Kinds:{kind.Key}", kind.Value)))
            .Concat(rechecks.Kinds.Keys.Except(ClaimKinds.Ids).Select(kind => NoKind("Rechecks:Kinds", kind)))
            .Concat(rechecks.Batch is < 1 or > 5_000 ? [$"Rechecks:Batch is {rechecks.Batch}; give 1 to 5000."] : []);

    private static string NoKind(string key, string kind) =>
        $"{key} holds “{kind}”, which is no kind of claim; there are {string.Join(", ", ClaimKinds.Ids)}.";

    private static IEnumerable<string> Check(string key, RecheckPolicy policy)
    {
        if (policy.Every < TimeSpan.FromMinutes(1) || policy.Every > LongestPause)
            yield return $"{key}:Every is {policy.Every}; give one minute (00:01:00) to ten years ({LongestPause}).";
        if (policy.StaleAfter < TimeSpan.Zero || policy.StaleAfter > LongestPause)
            yield return $"{key}:StaleAfter is {policy.StaleAfter}; give 00:00:00 to ten years ({LongestPause}).";
        if (policy.BackOff is < 1 or > 10)
            yield return $"{key}:BackOff is {policy.BackOff}; give 1 (no growth) to 10.";
        if (policy.AtMost < policy.Every)
            yield return $"{key}:AtMost is {policy.AtMost}, shorter than Every; give at least {policy.Every}, as Every says.";
        if (policy.AtMost > LongestPause)
            yield return $"{key}:AtMost is {policy.AtMost}; give no more than ten years ({LongestPause}).";
        if (policy.PersonEvery < TimeSpan.FromHours(1) || policy.PersonEvery > LongestPause)
            yield return $"{key}:PersonEvery is {policy.PersonEvery}; give one hour (01:00:00) to ten years ({LongestPause}).";
        if (policy.Retries is < 0 or > 100)
            yield return $"{key}:Retries is {policy.Retries}; give 0 to 100.";
        if (policy.RetryAfter < TimeSpan.FromMinutes(1) || policy.RetryAfter > TimeSpan.FromDays(30))
            yield return $"{key}:RetryAfter is {policy.RetryAfter}; give one minute (00:01:00) to thirty days (30.00:00:00).";
    }

    private static IEnumerable<string> Check(LookSettings looks)
    {
        if (looks.Pause < TimeSpan.Zero || looks.Pause > TimeSpan.FromMinutes(10))
            yield return $"Looks:Pause is {looks.Pause}; give 00:00:00 to ten minutes (00:10:00).";
        if (looks.AtOnce is < 1 or > 500)
            yield return $"Looks:AtOnce is {looks.AtOnce}; give 1 to 500.";
    }

    private static IEnumerable<string> Check(JobSettings jobs)
    {
        if (jobs.Workers is < 1 or > 64)
            yield return $"Jobs:Workers is {jobs.Workers}; give 1 to 64.";
    }

    private sealed class Validator<T>(Func<T, IEnumerable<string>> check) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            check(options).ToList() is { Count: > 0 } failures
                ? ValidateOptionsResult.Fail(failures)
                : ValidateOptionsResult.Success;
    }
}
