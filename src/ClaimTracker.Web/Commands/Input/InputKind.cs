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
}
