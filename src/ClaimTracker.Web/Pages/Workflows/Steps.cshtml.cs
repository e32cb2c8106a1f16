using ClaimTracker.Web.Security;
using ClaimTracker.Workflows.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Workflows;

// Who works by a process may read what its steps do.
[Authorize(Policy = Policies.DeskReader)]
public sealed class StepsModel : PageModel
{
    public IEnumerable<Step> Steps { get; } = StepCatalog.All;

    /// <summary>What an input holds, in words.</summary>
    public static string Holds(InputDescription input)
    {
        var holds = input.Allowed is { } allowed
            ? string.Join(", ", allowed)
            : input.Type switch
            {
                InputType.Text => "words",
                InputType.Number => "a whole number",
                InputType.Flag => "true or false",
                InputType.Duration => "a length of time, d.hh:mm:ss",
                InputType.Instant => "a date and time",
                InputType.List => "a list of words",
                InputType.Names => "names with values",
                InputType.Variable => "a variable",
                InputType.Cases => "cases",
                InputType.Any => "any value",
                _ => throw new ArgumentOutOfRangeException(nameof(input), input.Type, null),
            };
        return holds + (input.Required ? "; must be set" : "") + (input.Fixed ? "; stands in the file" : "");
    }
}
