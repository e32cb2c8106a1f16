using System.Globalization;
using System.Runtime.CompilerServices;

namespace ClaimTracker.Web.Startup;

/// <summary>What holds for the whole process, set before anything of the program runs.</summary>
internal static class ProcessDefaults
{
    /// <summary>How long a regular expression without a limit of its own may look: those in libraries.</summary>
    public static readonly TimeSpan RegexLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Runs before the first line of the program and before the first test of it: the runtime reads the limit once.
    /// </summary>
    [ModuleInitializer]
    internal static void Set()
    {
        AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", RegexLimit);

        // Looks may hold a thread for each processor, and pages are served beside them.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 4 * Environment.ProcessorCount), ports);

        // Numbers and dates are written the same on every machine, whatever language it is set to.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
