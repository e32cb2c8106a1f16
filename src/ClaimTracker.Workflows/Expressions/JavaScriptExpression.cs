using System.Text.Json.Nodes;
using Acornima.Ast;
using ClaimTracker.Domain;
using Jint;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>Elsa's <c>JavaScript</c>, parsed once and run in a sandbox of its own each time.</summary>
internal sealed class JavaScriptExpression(string source, Prepared<Script> script) : Expression
{
    // What a script throws may be of any length.
    private const int MostOfMessage = 500;

    private readonly bool _guarded = ScriptReach.IsIn(script.Program!);

    private static readonly ScriptPreparationOptions Options = new()
    {
        ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true },
    };

    /// <summary>Parses a script. Throws <see cref="ScriptPreparationException"/> where it is none.</summary>
    public static JavaScriptExpression Parse(string source) => new(source, Engine.PrepareScript(source, options: Options));

    public override bool TryForesee(out JsonNode? value)
    {
        value = null;
        if (ScriptReads.IsIn(script.Program!))
            return false;
        try
        {
            value = Evaluate(new NoReview());
            return true;
        }
        catch (StepFailedException)
        {
            // It fails in each review, too, and there visibly.
            return false;
        }
    }

    public override JsonNode? Evaluate(IExpressionScope scope)
    {
        try
        {
            var engine = ScriptSandbox.Create(scope, _guarded);
            return ScriptValues.ToJson(engine, engine.Evaluate(script));
        }
        catch (Exception e)
        {
            // Whatever goes wrong in there, also in the engine itself, is the script's failure: it stops this review and nothing
            // else.
            throw new StepFailedException($"the expression “{Shortened}” failed: {PlainText.Shorten(e.Message, MostOfMessage)}");
        }
    }

    private string Shortened => PlainText.Shorten(source, 80);
}
