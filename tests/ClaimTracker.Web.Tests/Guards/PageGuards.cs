using System.Reflection;
using ClaimTracker.UnitTests;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>What holds for every page.</summary>
public sealed class PageGuards
{
    /// <summary>
    /// A browser cuts a long text without a word where it is pasted; the server says how long it is and keeps it in the form.
    /// </summary>
    [Fact]
    public void No_field_that_a_text_is_typed_into_cuts_it()
    {
        var pages = Directory
            .EnumerateFiles(
                Path.Combine(RepositoryFolder.Top, "src", "ClaimTracker.Web", "Pages"),
                "*.cshtml",
                SearchOption.AllDirectories
            )
            .ToList();

        Assert.True(pages.Count > 40);
        Assert.DoesNotContain(
            pages,
            page =>
                File.ReadAllText(page)
                    .Split("<textarea")
                    .Skip(1)
                    .Any(field => field.Split("</textarea>")[0].Contains("maxlength", StringComparison.Ordinal))
        );
    }

    public static TheoryData<Type> Models =>
        new(typeof(WebServer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract));

    [Theory, MemberData(nameof(Models))]
    public void Every_page_says_who_may_see_it(Type model) =>
        Assert.True(
            model.GetCustomAttributes<AuthorizeAttribute>().Any()
                || model.GetCustomAttribute<AllowAnonymousAttribute>() is not null,
            $"{model.Name} carries neither [Authorize] nor [AllowAnonymous]."
        );

    [Theory, MemberData(nameof(Models))]
    public void Every_page_has_few_collaborators(Type model) =>
        Assert.InRange(model.GetConstructors().Single().GetParameters().Length, 0, 4);
}
