using System.Reflection;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Tests.Guards;

public sealed class PageGuards
{
    public static TheoryData<Type> Models =>
        new(typeof(WebServer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract));

    [Theory, MemberData(nameof(Models))]
    public void Every_page_says_who_may_see_it(Type model) =>
        Assert.True(model.GetCustomAttributes<AuthorizeAttribute>().Any() || model.GetCustomAttribute<AllowAnonymousAttribute>() is not null,
            $"{model.Name} carries neither [Authorize] nor [AllowAnonymous].");

    [Theory, MemberData(nameof(Models))]
    public void Every_page_has_few_collaborators(Type model) =>
        Assert.InRange(model.GetConstructors().Single().GetParameters().Length, 0, 4);
}
