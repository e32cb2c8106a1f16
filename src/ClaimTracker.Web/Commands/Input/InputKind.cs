namespace ClaimTracker.Web.Commands.Input;

/// <summary>What a verb works on.</summary>
internal enum InputKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Either, told apart by field, file name or first characters.</summary>
    TextOrHtml,

    /// <summary>A record with fields of its own, which the verb reads itself.</summary>
    Fields,
}
