using System.Numerics;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.UnitTests.Extraction.CheckWorthiness;

public class FeatureVersionTests
{
    private static readonly string[] Classes = ["Say", "Agent"];
    private static readonly string[] Found = ["Figure"];

    [Fact]
    public void A_new_class_of_words_or_sign_is_another_version_and_so_is_another_order()
    {
        string[] versions =
        [
            FeatureVersion.Of(2, Classes, Found),
            FeatureVersion.Of(3, Classes, Found),
            FeatureVersion.Of(2, [.. Classes, "Title"], Found),
            FeatureVersion.Of(2, [.. Classes.Reverse()], Found),
            FeatureVersion.Of(2, Classes, [.. Found, "Time"]),
            FeatureVersion.Of(2, [.. Classes, "Figure"], []),
        ];
        Assert.Equal(versions.Length, versions.Distinct().Count());
        Assert.Equal(versions[0], FeatureVersion.Of(2, Classes, Found));
    }

    [Fact]
    public void More_signs_than_there_are_bits_are_refused()
    {
        string[] classes = [.. Enumerable.Range(0, 50).Select(number => $"Class{number}")];
        Assert.NotEmpty(FeatureVersion.Of(2, classes, classes[..14]));
        Assert.Throws<InvalidOperationException>(() => FeatureVersion.Of(2, classes, classes[..15]));
    }

    [Fact]
    public void Each_class_of_words_has_a_bit_of_its_own_and_found_signs_stand_behind_all_of_them()
    {
        var classes = Enum.GetValues<WordClass>().Where(one => one != WordClass.None).ToList();
        Assert.Equal(
            Enumerable.Range(0, classes.Count),
            classes.Select(one => BitOperations.TrailingZeroCount((ulong)one)).Order()
        );
        Assert.All(classes, one => Assert.Equal(1, BitOperations.PopCount((ulong)one)));
        Assert.Equal(
            Enumerable.Range(0, Enum.GetValues<FoundSign>().Length),
            Enum.GetValues<FoundSign>().Select(sign => (int)sign)
        );
    }
}
