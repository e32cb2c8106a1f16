using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>
/// A form that was sent when nobody was signed in any more, or without the role. It lives in hidden fields of the page that says
/// so, and nowhere else.
/// </summary>
/// <param name="To">The local address that it was sent to.</param>
/// <param name="Fields">Its fields, in order; a name may be there twice.</param>
/// <param name="LostFile">True where a file was sent with it, which is not carried.</param>
public sealed record TypedForm(string To, IReadOnlyList<KeyValuePair<string, string>> Fields, bool LostFile)
{
    /// <summary>The hidden field that carries it, sealed: who reads the page's source reads nothing of it.</summary>
    public const string SealedName = "typed-sealed";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Token = "__RequestVerificationToken";

    // How the names of fields begin that nobody types: they are carried and not shown.
    private static readonly string[] NotTyped =
    [
        "saves",
        "offered(",
        "key[",
        "to[",
        "seen",
        "findings",
        "revision",
        "verdictId",
        "verdictRevision",
        "claimId",
        "Input.How",
        "Input.NewVersion",
    ];

    /// <summary>The page that it was typed into.</summary>
    [JsonIgnore]
    public string Page => To.Split('?')[0];

    /// <summary>The form as it was sent.</summary>
    public static TypedForm Sent(string to, IFormCollection form) =>
        new(
            to,
            [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))],
            form.Files.Count > 0
        );

    /// <summary>
    /// The form as a page of the sign-in brings it back; null where it brings none, or one that leads elsewhere.
    /// </summary>
    public static TypedForm? Carried(IFormCollection form, Func<string, bool> isLocal, IDataProtectionProvider protection)
    {
        try
        {
            var carried = form[SealedName].ToString() is { Length: > 0 } text
                ? JsonSerializer.Deserialize<TypedForm>(Protector(protection).Unprotect(text), Json)
                : null;
            return carried is not null && isLocal(carried.To) ? carried : null;
        }
        catch (CryptographicException)
        {
            // Not sealed here: made up by somebody else.
            return null;
        }
    }

    /// <summary>The form for the hidden field.</summary>
    public string Sealed(IDataProtectionProvider protection) =>
        Protector(protection).Protect(JsonSerializer.Serialize(this, Json));

    private static IDataProtector Protector(IDataProtectionProvider protection) =>
        protection.CreateProtector("a form typed before a sign-in");

    /// <summary>
    /// True where the page with the form was given to that person in this browser, which its anti-forgery token tells: nobody
    /// else is shown what was typed, and no form that another site made up is offered.
    /// </summary>
    public Task<bool> IsOfAsync(ClaimsPrincipal person, HttpContext context)
    {
        var asked = new DefaultHttpContext { User = person, RequestServices = context.RequestServices };
        asked.Request.Method = HttpMethods.Post;
        asked.Request.Headers.Cookie = context.Request.Headers.Cookie;
        asked.Request.ContentType = "application/x-www-form-urlencoded";
        asked.Request.Form = new FormCollection(new() { [Token] = Fields.LastOrDefault(field => field.Key == Token).Value });
        return context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(asked);
    }

    /// <summary>What is sent on: all but the token, which was another sign-in's.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string>> ToSend => Fields.Where(one => one.Key != Token);

    /// <summary>What a person typed of it, by labels.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        ToSend
            .Where(one =>
                !string.IsNullOrWhiteSpace(one.Value)
                && one.Value is not ("true" or "false")
                && !NotTyped.Any(before => one.Key.StartsWith(before, StringComparison.Ordinal))
                && !IsAsOffered(one)
            )
            .Select(one => KeyValuePair.Create(PageFields.LabelOf(one.Key), one.Value));

    private bool IsAsOffered(KeyValuePair<string, string> field) =>
        Fields.FirstOrDefault(other => other.Key == PageFields.OfferName(field.Key)).Value is { } offered
        && offered == PageFields.MarkOf(field.Value);
}

/// <summary>What was typed, to be sent again.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Button">What the button says.</param>
public sealed record TypedSend(TypedForm Form, string Button);
