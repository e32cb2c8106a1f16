using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "Something went wrong";

    public string Explanation { get; private set; } =
        "The fault is ours, and it is in the log. Go back in your browser to find what you typed; whether it was stored, the page shows when you load it again.";

    public string? TraceId { get; private set; }

    public void OnGet(int? status) => Explain(status);

    public void OnPost(int? status) => Explain(status);

    private void Explain(int? status)
    {
        switch (status ?? Response.StatusCode)
        {
            case 404:
                (Heading, Explanation) = (
                    "There is nothing here",
                    "The address may be mistyped, or what it led to is not public."
                );
                break;
            case 400:
                (Heading, Explanation) = (
                    "That form cannot be read",
                    "It was sent from a page that is too old, from another session, or with a value that the form does not offer. Go back, reload the page and send it again."
                );
                break;
            case 413:
                (Heading, Explanation) = (
                    "That is too large",
                    "So much cannot be sent at once. Take the article alone, or its parts one by one."
                );
                break;
            case >= 400 and < 500:
                (Heading, Explanation) = ("That request cannot be served", $"The server answered with {status}.");
                break;
            case 503:
                (Heading, Explanation) = (
                    "A row of the database could not be read",
                    "What you asked for needs it; the log says where. Whether what you sent was stored, the page shows when you load it again. An administrator runs “claimtracker verify”, which names rows that are not as the program writes them."
                );
                TraceId = Activity.Current?.Id ?? HttpContext.TraceIdentifier;
                break;
            default:
                TraceId = Activity.Current?.Id ?? HttpContext.TraceIdentifier;
                break;
        }
    }
}
