namespace ClaimTracker.Web.Pages.Account;

/// <summary>The form of a request that no token has been asked of, so that nobody has read it yet.</summary>
internal static class SentForm
{
    /// <summary>The form; null where there is none, or it breaks a limit.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
