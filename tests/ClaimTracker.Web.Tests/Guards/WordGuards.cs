using System.Reflection;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>Each value of ours has words wherever values are put into words, and a value that nobody knows has none.</summary>
public sealed class WordGuards
{
    private const BindingFlags Own =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string, string> Labels =>
        [.. Found().Select(method => (method.DeclaringType!.FullName!, method.ToString()!))];

    [Theory, MemberData(nameof(Labels))]
    public void Every_value_has_words_and_an_unknown_one_has_none(string type, string method)
    {
        var label = Found().Single(found => found.DeclaringType!.FullName == type && found.ToString() == method);
        var values = label.GetParameters()[0].ParameterType;
        foreach (var value in Enum.GetValues(values))
        {
            var words = (string?)label.Invoke(null, [value]);
            Assert.False(string.IsNullOrWhiteSpace(words), $"{type}.{label.Name} says nothing of {value}.");
        }

        Assert.Throws<TargetInvocationException>(() => label.Invoke(null, [Enum.ToObject(values, 99)]));
    }

    [Fact]
    public void The_methods_that_put_values_into_words_are_found() => Assert.InRange(Found().Count(), 10, 100);

    // What the compiler makes is named with brackets, and a tag of a statement is no word for people.
    private static IEnumerable<MethodInfo> Found() =>
        typeof(WebServer)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Own))
            .Where(method =>
                method.ReturnType == typeof(string)
                && TakesOneOfOurs(method)
                && method.Name != "TagOf"
                && !$"{method.DeclaringType}.{method.Name}".Contains('<', StringComparison.Ordinal)
            );

    private static bool TakesOneOfOurs(MethodInfo method) =>
        method.GetParameters() is [{ ParameterType: { IsEnum: true } type }]
        && type.Namespace!.StartsWith("ClaimTracker", StringComparison.Ordinal);
}
