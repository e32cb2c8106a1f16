using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Learning;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Jobs;

public sealed class RetrainJobTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_model_that_is_better_on_decisions_held_back_is_taken_by_every_server(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        // The shipped model puts ferries before museums; this desk does not.
        await DecideAsync(desk, (_, isFerry) => !isFerry);
        var before = await ScoresAsync(other);

        var retrained = await RetrainAsync(desk);

        Assert.NotNull(retrained?.Model);
        Assert.True(retrained.RankingAfter > retrained.RankingBefore && retrained.F1After >= retrained.F1Before);
        Assert.Equal(120, retrained.Learned + retrained.HeldBack);
        var after = await ScoresAsync(other);
        Assert.True(after.Museum - after.Ferry > before.Museum - before.Ferry + 0.2, $"{before} {after}");
        Assert.StartsWith("A retrained scoring model is in force", await NoticeAsync(desk), StringComparison.Ordinal);
        using var reader = other.Browser();
        Assert.Contains("was better and is in force", (await reader.OpenAsync("/methodology")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_model_that_is_no_better_is_not_taken_and_administrators_are_told(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        // What is held back was decided the other way round from what is learned.
        await DecideAsync(desk, (articleId, isFerry) => isFerry != (articleId % 5 == 0));
        var before = await ScoresAsync(desk);

        var retrained = await RetrainAsync(desk);

        Assert.NotNull(retrained);
        Assert.Null(retrained.Model);
        Assert.Equal(before, await ScoresAsync(desk));
        Assert.StartsWith("The scoring model stays", await NoticeAsync(desk), StringComparison.Ordinal);
        using var reader = desk.Browser();
        Assert.Contains("the old one was kept", (await reader.OpenAsync("/methodology")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_decisions_are_learned_from_once_and_new_ones_after_a_week()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Null(await RetrainAsync(desk));
        await DecideAsync(desk, (_, isFerry) => isFerry);
        Assert.NotNull(await RetrainAsync(desk));
        desk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Null(await RetrainAsync(desk));

        var more = await desk.AddClaimAsync("The ferry to Gull Island carried 99 cars in May.");
        await desk.ChangeClaimAsync(more, claim => claim.Accept(desk.Now));
        Assert.NotNull(await RetrainAsync(desk));
        Assert.Null(await RetrainAsync(desk));
        Assert.Equal(2, await desk.QueryAsync(db => db.Retrainings.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_failure_stands_with_its_reason_is_told_once_and_is_tried_again_the_next_day(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await DecideAsync(desk, (_, isFerry) => !isFerry);
        await desk.RefuseAsync("retrainings", "NEW.failure IS NULL", "INSERT");

        Assert.Null(await RetrainAsync(desk));
        desk.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Null(await RetrainAsync(desk));
        var failed = await desk.QueryAsync(db => db.Retrainings.SingleAsync());
        Assert.NotNull(failed.Failure);
        Assert.Null(failed.Model);
        Assert.StartsWith(
            "Learning from triage decisions failed and is tried again in a day; the scoring model stays: ",
            await NoticeAsync(desk),
            StringComparison.Ordinal
        );
        using var reader = desk.Browser();
        var methodology = await reader.OpenAsync("/methodology");
        Assert.Equal(200, methodology.Status);
        Assert.DoesNotContain("the old one was kept", methodology.Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await RetrainAsync(desk));
        Assert.Equal(2, await desk.QueryAsync(db => db.Retrainings.CountAsync(r => r.Failure != null)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_model_of_older_features_is_set_aside_made_anew_and_both_are_said(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await DecideAsync(desk, (_, isFerry) => !isFerry);
        await RetrainAsync(desk);
        await desk.QueryAsync(async db =>
        {
            var made = await db.Retrainings.SingleAsync();
            return await db.Retrainings.ExecuteUpdateAsync(set =>
                set.SetProperty(r => r.Model, made.Model!.Replace("features: ", "features: 9", StringComparison.Ordinal))
                    .SetProperty(r => r.Version, "older")
            );
        });

        using var reader = desk.Browser();
        Assert.Contains(
            "set aside, and the shipped one scores",
            (await reader.OpenAsync("/methodology")).Text,
            StringComparison.Ordinal
        );
        desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await RetrainAsync(desk));
        var told = await desk.QueryAsync(db =>
            db.Notices.Where(n => n.Role == Roles.Administrator).OrderByDescending(n => n.Id).Select(n => n.Message).FirstAsync()
        );
        Assert.StartsWith(
            "The desk's scoring model was made for an older version of this program and was set aside. A retrained scoring model is in force",
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("set aside", (await reader.OpenAsync("/methodology")).Text, StringComparison.Ordinal);
    }

    /// <summary>120 claims, half on ferries and half on a museum, accepted or declined.</summary>
    private static async Task DecideAsync(DeskApp desk, Func<long, bool, bool> accepted)
    {
        for (var i = 0; i < 120; i++)
        {
            var isFerry = i / 2 % 2 == 0;
            var id = await desk.AddClaimAsync(
                isFerry
                    ? $"The ferry to Gull Island carried {100 + i} cars in May."
                    : $"The museum in Lowtown showed {100 + i} paintings in May."
            );
            var article = await desk.QueryAsync(db =>
                db.Appearances.Where(a => a.ClaimId == id).Select(a => a.ArticleId).SingleAsync()
            );
            await desk.ChangeClaimAsync(
                id,
                claim => accepted(article, isFerry) ? claim.Accept(desk.Now) : claim.Decline("not for us", desk.Now)
            );
        }
    }

    private static Task<Retraining?> RetrainAsync(DeskApp desk) =>
        desk.InScopeAsync(services => ActivatorUtilities.CreateInstance<RetrainJob>(services).RunAsync(CancellationToken.None));

    private static Task<string> NoticeAsync(DeskApp desk) =>
        desk.QueryAsync(db => db.Notices.Where(n => n.Role == Roles.Administrator).Select(n => n.Message).SingleAsync());

    private static Task<(double Ferry, double Museum)> ScoresAsync(DeskApp desk) =>
        desk.InScopeAsync(async services =>
        {
            var model = await services.GetRequiredService<ModelInForce>().ReadAsync(CancellationToken.None);
            var read = ReadArticle.Of(
                new ArticleSource(
                    "The ferry to Gull Island carried 77 cars in May. The museum in Lowtown showed 77 paintings in May."
                )
                {
                    Title = "t",
                    Outlet = "o",
                },
                model
            );
            return (read.Reading.Sentences[0].Score, read.Reading.Sentences[1].Score);
        });
}
