namespace ClaimTracker.Web.Data;

/// <summary>The database cannot be used as it is. The message says what was found and what to do; nothing was changed.</summary>
public sealed class DatabaseRefusedException(string message) : Exception(message);
