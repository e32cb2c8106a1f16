using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// Limits what one call makes of text. The engine looks at a script's memory between statements only, and one <c>replaceAll</c>
/// or
/// <c>join</c> can take gigabytes in between.
/// </summary>
internal static class ScriptTexts
{
    private const int MaxText = 100_000;

    /// <summary>The most that a replacement could make, where only the most can be told beforehand.</summary>
    private const long MaxReplaced = 10_000_000;
    private const int MaxDepth = 64;

    public static void Limit(Engine engine)
    {
        var texts = engine.Global.Get("String").AsObject().Get("prototype").AsObject();
        foreach (var name in new[] { "repeat", "padStart", "padEnd" })
            Wrap(engine, texts, name, (self, arguments) => Room(name, Times(name, self, arguments)));
        Wrap(engine, texts, "concat", (self, arguments) => Room("concat", Length(self) + arguments.Sum(Length)));
        foreach (var name in new[] { "replace", "replaceAll" })
            Wrap(engine, texts, name, (self, arguments) => CheckReplacement(engine, name, self, arguments));
        Wrap(
            engine,
            engine.Global.Get("Array").AsObject().Get("prototype").AsObject(),
            "join",
            (self, arguments) =>
                Room("join", Joined(self, arguments.Length > 0 && !arguments[0].IsUndefined() ? Length(arguments[0]) : 1, 0))
        );
        Wrap(
            engine,
            engine.Global.Get("JSON").AsObject(),
            "stringify",
            (_, arguments) => Check("JSON.stringify", arguments.Length > 0 ? arguments[0] : JsValue.Undefined)
        );
    }

    /// <summary>Refuses a value that would be too long as JSON, before that is made of it.</summary>
    public static void Check(string what, JsValue value) => Room(what, Joined(value, 1, 0));

    private static void Wrap(Engine engine, ObjectInstance owner, string name, Action<JsValue, JsValue[]> check)
    {
        var original = owner.Get(name);
        owner.Set(
            name,
            new ClrFunction(
                engine,
                name,
                (self, arguments) =>
                {
                    check(self, arguments);
                    return engine.Invoke(original, self, arguments);
                }
            )
        );
    }

    private static double Times(string name, JsValue self, JsValue[] arguments)
    {
        var times = arguments.Length > 0 ? TypeConverter.ToNumber(arguments[0]) : 0;
        return name == "repeat" ? times * Length(self) : times;
    }

    private static void CheckReplacement(Engine engine, string name, JsValue self, JsValue[] arguments)
    {
        if (arguments.Length < 2)
            return;
        if (arguments[1] is Function replace)
        {
            var made = 0L;
            arguments[1] = new ClrFunction(
                engine,
                name,
                (_, match) =>
                {
                    var text = TypeConverter.ToString(engine.Invoke(replace, JsValue.Undefined, match));
                    Room(name, made += text.Length);
                    return text;
                }
            );
            return;
        }

        var (length, with) = ((long)Length(self), TypeConverter.ToString(arguments[1]));
        if ((length + 1) * (with.Length + (with.Count(c => c == '$') * length)) > MaxReplaced)
        {
            throw new StepFailedException(
                $"{name} could make a text of more than {MaxReplaced:N0} characters; shorten what it begins with, or give a function in place of $"
            );
        }
    }

    /// <summary>How long a text the value makes at least; no further than it takes to see that it is too long.</summary>
    private static double Joined(JsValue value, double separator, int depth)
    {
        if (value.IsString())
            return Length(value);
        if (value is not ObjectInstance container || value is Function || depth > MaxDepth)
            return 0;
        var sum = 0d;
        foreach (var (_, property) in container.GetOwnProperties())
        {
            sum += separator + (property.Value is { } inner ? Joined(inner, 1, depth + 1) : 0);
            if (sum > MaxText)
                break;
        }

        return sum;
    }

    private static double Length(JsValue value) => value.IsString() ? value.AsString().Length : 0;

    private static void Room(string what, double length)
    {
        if (length > MaxText)
            throw new StepFailedException($"{what} would make a text of more than {MaxText:N0} characters");
    }
}
