using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// Turns a sentence into hashed features in one pass and without strings: word one- to three-grams, character
/// four- and five-grams inside words, n-grams of the sentence's skeleton (its small words kept, all others replaced
/// by their class or shape), its build, what the reading found in it, and which of all these
/// stand together. A model file belongs to exactly one <see cref="FeatureVersion"/>.
/// </summary>
internal static class FeatureExtractor
{
    private const uint Start = 0x51ED270B;
    private const WordClass Kept =
        WordClass.Preposition
        | WordClass.Determiner
        | WordClass.Conjunction
        | WordClass.Auxiliary
        | WordClass.Relative
        | WordClass.Pronoun
        | WordClass.FirstPerson
        | WordClass.SecondPerson
        | WordClass.Modal
        | WordClass.Negation
        | WordClass.Question;

    public static void Extract<TSink>(SentenceView sentence, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var text = sentence.Text.AsSpan();
        var tokens = sentence.Tokens;
        uint word1 = Start,
            word2 = Start,
            bone1 = Start,
            bone2 = Start,
            bone3 = Start;
        var classes = WordClass.None;
        var counts = default(BuildCounts);
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            sink.Word(token.Hash);
            sink.Word(Join(word1, token.Hash));
            sink.Word(Join(Join(word2, word1), token.Hash));
            word2 = word1;
            word1 = token.Hash;

            var bone = Bone(text, token, i);
            sink.Build(Join(0xB1, bone));
            sink.Build(Join(Join(0xB2, bone1), bone));
            sink.Build(Join(Join(Join(0xB3, bone2), bone1), bone));
            sink.Build(Join(Join(Join(Join(0xB4, bone3), bone2), bone1), bone));
            bone3 = bone2;
            bone2 = bone1;
            bone1 = bone;

            classes |= token.Class;
            counts.Take(token, i);
            if (token.IsWord)
                CharacterFeatures.Extract(text[token.Start..token.End], ref sink);
        }

        sink.Word(Join(word1, Start));
        for (var bits = (ulong)classes; bits != 0; bits &= bits - 1)
            sink.Build(Join(0xC1, (uint)System.Numerics.BitOperations.TrailingZeroCount(bits)));
        if (tokens.Count > 0)
            counts.Emit(tokens, ref sink);
        ReadingFeatures.Extract(sentence, ref sink);
        SignPairs.Extract(sentence, classes, ref sink);
    }

    public static uint Join(uint left, uint right)
    {
        var mixed = ((left << 5) | (left >> 27)) ^ right;
        return mixed * 0x9E3779B1u;
    }

    private static uint Bone(ReadOnlySpan<char> text, in Token token, int index)
    {
        if (token.Shape >= TokenShape.Number)
            return token.Shape == TokenShape.Number ? 7u : token.Hash;
        if (token.Is(Kept))
            return token.Hash;
        if (token.IsName && index > 0)
            return token.Shape == TokenShape.Upper ? 11u : 12u;
        if (token.Is(WordClass.NumberWord))
            return 8u;
        // The last two letters tell verbs, adverbs and plurals apart well enough.
        var end = token.StemEnd;
        return end - token.Start < 4
            ? 13u
            : 0x1000u + (uint)(char.ToLowerInvariant(text[end - 2]) << 8) + char.ToLowerInvariant(text[end - 1]);
    }
}
