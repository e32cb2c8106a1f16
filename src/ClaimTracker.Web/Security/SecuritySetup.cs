using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Web.Security;

/// <summary>Who gets in, and what a browser may do with our pages.</summary>
internal static class SecuritySetup
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services
            .AddIdentity<Person, IdentityRole>(options =>
            {
                // Length protects; rules of composition only make people write passwords down.
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;

                // The longest pause after a wrong password.
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(1);
            })
            .AddEntityFrameworkStores<DeskDb>()
            .AddUserManager<DeskUsers>()
            .AddPasswordValidator<KnownPasswords>()
            .AddSignInManager<DeskSignIn>()
            .AddDefaultTokenProviders();

        // As OWASP's password storage cheat sheet asks of PBKDF2 with HMAC-SHA512; what was hashed at less is hashed anew at the
        // next sign-in.
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 210_000);
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/signin";
            options.AccessDeniedPath = "/denied";
            options.Cookie.Name = "claimtracker";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromDays(14);

            // A script cannot sign in by the page that it would be led to; it is told, and the page tells the person.
            options.Events.OnRedirectToLogin = context => AnswerJson(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => AnswerJson(context, StatusCodes.Status403Forbidden);
        });

        // What pages show follows a change of roles within a minute; each act reads roles and deactivation in its own
        // transaction.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Desk, policy => policy.RequireRole(Roles.OfDesk))
            .AddPolicy(Policies.DeskReader, policy => policy.RequireRole(Roles.OfPeople))
            .AddPolicy(Policies.FactChecker, policy => policy.RequireRole(Roles.FactChecker))
            .AddPolicy(Policies.Editor, policy => policy.RequireRole(Roles.Editor))
            .AddPolicy(Policies.Administrator, policy => policy.RequireRole(Roles.Administrator));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, CarryTyped>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<FirstRunState>();
        services.AddScoped<FirstRunCodes>();
        services.AddScoped<PersonRegister>();
        return services;
    }

    private static Task AnswerJson(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return status == StatusCodes.Status401Unauthorized && context.Response.StatusCode == status
            ? context.Response.WriteAsJsonAsync(
                new
                {
                    title = "signed-out",
                    detail = "You are not signed in any more.",
                    status,
                },
                context.HttpContext.RequestAborted
            )
            : Task.CompletedTask;
    }
}
