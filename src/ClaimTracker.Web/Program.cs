using ClaimTracker.Web.Commands;
using ClaimTracker.Web.Startup;

if (CommandLine.IsVerb(args)) return await CommandLine.RunAsync(args);

return await WebServer.RunAsync(args);
