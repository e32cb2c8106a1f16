namespace ClaimTracker.Web.Commands.Input;

/// <summary>One record of many cannot be read; those behind it can.</summary>
/// <param name="message">Why, for people.</param>
internal sealed class RecordRefusedException(string message) : Exception(message);
