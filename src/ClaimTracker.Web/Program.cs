using ClaimTracker.Web.Commands;
using ClaimTracker.Web.Startup;

if (UnicodeCheck.Problem() is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return CommandLine.BadInput;
}

if (CommandLine.IsVerb(args))
    return await CommandLine.RunAsync(args);

return await WebServer.RunAsync(args);
