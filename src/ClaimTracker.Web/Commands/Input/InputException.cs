namespace ClaimTracker.Web.Commands.Input;

/// <summary>Input that cannot be worked on. The message names file or stream, line and field, and how to mend it.</summary>
internal sealed class InputException(string message) : Exception(message);
