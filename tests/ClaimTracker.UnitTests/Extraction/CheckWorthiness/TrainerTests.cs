using ClaimTracker.Extraction;
using ClaimTracker.Extraction.CheckWorthiness;
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

    [Fact]
    public void Where_the_check_worthy_are_rare_a_half_calls_what_is_worth_more_called_than_missed()
    {
        // Half of the sentences with a figure were called check-worthy, at random; nothing better than "half" can be learned of
        // them.
        var random = new Random(5);
        var sentences = Sentences(150).ConvertAll(one => one with { CheckWorthy = one.CheckWorthy && random.Next(2) == 0 });
        var trained = Trainer.Train(sentences, "test", "made up", "none");
        Assert.True(trained.Figures.Recall > 0.8, trained.Figures.ToString());
        Assert.InRange(trained.Figures.CalibrationError, 0.03, 0.2);
        var score = ArticleReader.ReadSentence("The port of Lima handled 515 ships in 1961.", null, trained.Model).Score;
        Assert.InRange(score, 0.5, 0.9);
    }

    [Fact]
    public void A_text_that_is_repeated_is_never_judged_by_what_was_learned_from_itself()
    {
        // Each occurs four times, in two wordings of its marks, and half of them is labelled at random: only who has seen the
        // label can know it.
        var random = new Random(7);
        string[] names = ["Ada", "Ben", "Cyd", "Dov", "Eve", "Fay", "Gus", "Hal"];
        var sentences = Enumerable
            .Range(0, 64)
            .SelectMany(i =>
            {
                var (text, label) = ($"{names[i % 8]} met {names[i / 8]} there", random.Next(2) == 0);
                return Enumerable
                    .Range(0, 4)
                    .Select(copy => new LabelledSentence(
                        copy % 2 == 0 ? text + "." : "  " + text.ToUpperInvariant() + "!",
                        label,
                        $"answer {copy}"
                    ));
            })
            .ToList();
        Assert.InRange(Trainer.Train(sentences, "test", "made up", "none").Figures.Accuracy, 0.3, 0.7);
    }

    [Fact]
    public void A_bent_model_learns_what_it_is_shown_and_keeps_the_rest()
    {
        // Here the desk has no use for what ports handle, and still takes up other figures.
        string[] taken =
        [
            "Crime fell by {0}% in Leeds",
            "The council spent £{0}m on roads",
            "The strike hit {0} flights",
            "Police arrested {0} people",
        ];
        var desk = Sentences(60).ConvertAll(one => one with { CheckWorthy = false });
        desk.AddRange(
            Enumerable
                .Range(0, 40)
                .Select(i => new LabelledSentence(taken[i % 4].Replace("{0}", $"{i + 3}", StringComparison.Ordinal) + ".", true))
        );
        var shipped = CheckWorthinessModel.Shipped;
        var bent = Trainer.Bend(shipped, desk, "test", "decisions").Model;
        Assert.True(Score("The port of Lima handled 515 ships in 1961.", bent) < 0.5);
        const string Other = "Unemployment fell to 6.2% in March from 6.4% a month earlier.";
        Assert.True(Score(Other, shipped) > 0.5);
        Assert.True(Score(Other, bent) > 0.5, $"{Score(Other, bent)}");
        Assert.Contains("decisions", bent.Card.TrainedOn, StringComparison.Ordinal);

        static double Score(string text, CheckWorthinessModel model) => ArticleReader.ReadSentence(text, null, model).Score;
    }

    private static List<LabelledSentence> Sentences(int each)
    {
        string[] towns = ["Oslo", "Lima", "Accra", "Perth"];
        string[] talk = ["We must hope for the best", "I think that is a good idea", "You should try it", "What a lovely day"];
        var sentences = new List<LabelledSentence>();
        for (var i = 0; i < each; i++)
        {
            sentences.Add(
                new LabelledSentence($"The port of {towns[i % 4]} handled {100 + (37 * i)} ships in {1950 + i}.", true)
            );
            sentences.Add(new LabelledSentence($"{talk[i % 4]}, my friends in {towns[i / 4 % 4]}.", false));
        }

        return sentences;
    }
}
