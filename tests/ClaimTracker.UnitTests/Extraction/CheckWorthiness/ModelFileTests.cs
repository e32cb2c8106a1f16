using ClaimTracker.Extraction;
using ClaimTracker.Extraction.CheckWorthiness;

namespace ClaimTracker.UnitTests.Extraction.CheckWorthiness;

public class ModelFileTests
{
    [Fact]
    public void A_model_that_is_written_and_read_scores_the_same()
    {
        var copy = CheckWorthinessModel.Read(new StringReader(Written()));
        const string Sentence = "Exports of wheat dropped by a third in the first half of the year.";
        Assert.Equal(CheckWorthinessModel.Shipped.Card, copy.Card);
        Assert.Equal(ArticleReader.ReadSentence(Sentence, null).Score, ArticleReader.ReadSentence(Sentence, null, copy).Score);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("hello\n", "line 1: expected 'claimtracker-check-worthiness 1'")]
    [InlineData("claimtracker-check-worthiness 1\nfeatures: 0\n", "train it again")]
    [InlineData("claimtracker-check-worthiness 1\nfeatures: many\n", "line 2: the model was trained for features many")]
    public void A_file_that_is_no_model_is_refused_with_its_line(string file, string message)
    {
        var refusal = Assert.Throws<FormatException>(() => CheckWorthinessModel.Read(new StringReader(file)));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shipped_model_of_other_features_says_so_in_words()
    {
        var file = new StringReader(Written().Replace(FeatureVersion.Current, "1-00000000", StringComparison.Ordinal));
        var refusal = Assert.Throws<ShippedModelException>(() => CheckWorthinessModel.ReadShipped(file));
        Assert.Contains("line 2: the model was trained for features 1-00000000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("claimtracker train", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_cut_off_is_refused()
    {
        var file = Written();
        var refusal = Assert.Throws<FormatException>(() =>
            CheckWorthinessModel.Read(new StringReader(file[..(file.Length / 2)]))
        );
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    private static string Written()
    {
        var writer = new StringWriter();
        CheckWorthinessModel.Shipped.Write(writer);
        return writer.ToString();
    }
}
