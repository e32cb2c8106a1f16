using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.People;

public sealed class RightTests
{
    [Fact]
    public void Each_act_is_for_those_roles_alone_and_no_role_implies_another()
    {
        var held = new Dictionary<Right, string[]>
        {
            [Right.Work] = [Roles.FactChecker, Roles.Editor],
            [Right.Administer] = [Roles.Administrator],
            [Right.License] = [Roles.Editor, Roles.Administrator],
            [Right.Own] = [.. Roles.OfPeople],
            [Right.Jobs] = [],
        };
        foreach (var (right, roles) in held)
            Assert.Equal(roles.Order(), Roles.OfPeople.Where(role => right.Bar(DomainDesk.Person("ada", role)) is null).Order());
    }

    [Fact]
    public void Somebody_without_a_role_does_only_what_concerns_herself()
    {
        var nobody = DomainDesk.Person("ada");
        Assert.Null(Right.Own.Bar(nobody));
        Assert.All(
            [Right.Work, Right.Administer, Right.License, Right.Jobs],
            right => Assert.Equal("wrong-role", right.Bar(nobody)?.Code)
        );
    }

    [Fact]
    public void A_job_may_whatever_it_is_there_for_and_no_person_is_named_like_one()
    {
        Assert.All([Right.Work, Right.Administer, Right.Own, Right.Jobs], right => Assert.Null(right.Bar(Actor.System("watch"))));
        Assert.False(DomainDesk.Person("ada", "machine").IsSystem);
    }

    [Fact]
    public void A_person_acts_only_as_who_the_database_says_and_a_job_in_the_name_that_it_is_given()
    {
        var (ada, claimed) = (DomainDesk.Person("ada", Roles.Reader), DomainDesk.Person("ada", Roles.Editor));
        Assert.Same(ada, ada.For(claimed));
        Assert.Same(claimed, Actor.System("import").For(claimed));
    }
}
