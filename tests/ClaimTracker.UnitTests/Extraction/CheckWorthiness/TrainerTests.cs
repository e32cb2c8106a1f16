using ClaimTracker.Extraction.CheckWorthiness.Training;

namespace ClaimTracker.UnitTests.Extraction.CheckWorthiness;

public class TrainerTests
{
    [Fact]
    public void Learns_to_tell_figures_from_talk()
    {
        var trained = Trainer.Train(Sentences(60), "test", "made up", "none");
        Assert.True(trained.Figures.MacroF1 > 0.9, trained.Figures.ToString());
        Assert.Equal(120, trained.Figures.Sentences);
    }

    [Fact]
    public void The_same_sentences_give_the_same_model()
    {
        Assert.Equal(File(Sentences(20)), File(Sentences(20)));

        static string File(List<LabelledSentence> sentences)
        {
            var writer = new StringWriter();
            Trainer.Train(sentences, "test", "made up", "none").Model.Write(writer);
            return writer.ToString();
        }
    }

    [Fact]
    public void Too_few_sentences_of_one_label_are_refused_with_their_number()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Trainer.Train(Sentences(4), "test", "made up", "none"));
        Assert.Contains("there are 4 check-worthy and 4 others", refusal.Message, StringComparison.Ordinal);
    }

    private static List<LabelledSentence> Sentences(int each)
    {
        string[] towns = ["Oslo", "Lima", "Accra", "Perth"];
        string[] talk = ["We must hope for the best", "I think that is a good idea", "You should try it", "What a lovely day"];
        var sentences = new List<LabelledSentence>();
        for (var i = 0; i < each; i++)
        {
            sentences.Add(new LabelledSentence($"The port of {towns[i % 4]} handled {100 + (37 * i)} ships in {1950 + i}.", true));
            sentences.Add(new LabelledSentence($"{talk[i % 4]}, my friends in {towns[i / 4 % 4]}.", false));
        }

        return sentences;
    }
}
