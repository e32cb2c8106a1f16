using Jint;
using Jint.Native.Function;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// Has each of the engine's own functions that converts what it is called on ask first how much of the stack is left.
/// </summary>
internal static class ScriptStack
{
    public static void Guard(Engine engine)
    {
        foreach (var name in ScriptReach.Converting)
        {
            var prototype = engine.Global.Get(name).AsObject().Get("prototype").AsObject();
            foreach (var (key, property) in prototype.GetOwnProperties().ToList())
            {
                // Going by way of the engine's Invoke is what asks.
                if (property.Value is Function original && !key.Equals("constructor"))
                {
                    prototype.DefineOwnProperty(
                        key,
                        new PropertyDescriptor(
                            new ClrFunction(
                                engine,
                                key.ToString(),
                                (self, arguments) => engine.Invoke(original, self, arguments)
                            ),
                            writable: true,
                            enumerable: false,
                            configurable: true
                        )
                    );
                }
            }
        }
    }
}
