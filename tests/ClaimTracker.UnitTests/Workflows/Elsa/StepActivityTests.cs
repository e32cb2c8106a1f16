using ClaimTracker.Workflows.Elsa.Activities;
using ClaimTracker.Workflows.Steps;
using Elsa.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.UnitTests.Workflows.Elsa;

public sealed class StepActivityTests
{
    [Fact]
    public async Task Elsa_knows_each_step_by_the_words_in_which_it_describes_itself()
    {
        await using var elsa = await ElsaHost.StartAsync();
        var registry = elsa.Services.GetRequiredService<IActivityRegistry>();
        foreach (var step in StepCatalog.All)
        {
            var known = registry.Find(step.Type, 1);
            Assert.NotNull(known);
            if (known.ClrType != typeof(StepActivity))
                continue;
            Assert.StartsWith(step.Description.Help, known.Description, StringComparison.Ordinal);
            Assert.Equal(
                step.Description.Inputs.Select(i => (i.Name, (string?)i.Help)),
                known.Inputs.Select(i => (i.Name, i.Description))
            );
            Assert.Equal(
                step.Description.Outputs.Select(o => (o.Name, (string?)o.Help)),
                known.Outputs.Select(o => (o.Name, o.Description))
            );
        }
    }

    [Fact]
    public async Task What_waits_by_rows_of_the_desk_is_ours_and_the_rest_of_Elsa_is_its_own()
    {
        await using var elsa = await ElsaHost.StartAsync();
        var registry = elsa.Services.GetRequiredService<IActivityRegistry>();
        Assert.Equal(
            ["Elsa.Delay", "Elsa.DispatchWorkflow", "Elsa.StartAt"],
            StepCatalog
                .All.Select(s => s.Type)
                .Where(type =>
                    type.StartsWith("Elsa.", StringComparison.Ordinal) && registry.Find(type, 1)!.ClrType == typeof(StepActivity)
                )
        );
    }

    /// <summary>The bookmarks of reviews that wait hold this name: a change of it needs a migration of theirs.</summary>
    [Fact]
    public void The_method_that_bookmarks_name_keeps_its_name() =>
        Assert.NotNull(typeof(StepActivity).GetMethod("ResumeAsync", [typeof(ActivityExecutionContext)]));
}
