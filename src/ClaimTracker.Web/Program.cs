using ClaimTracker.Web.Commands;

if (CommandLine.IsVerb(args)) return await CommandLine.RunAsync(args);

Console.WriteLine("claimtracker");
return 0;
