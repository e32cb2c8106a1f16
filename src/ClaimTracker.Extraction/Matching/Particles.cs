using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>"Put the vote off until May" is "put off the vote until May": what belongs to a verb stands beside it.</summary>
internal static class Particles
{
    private const int LongestObject = 5;

    private static readonly WordSet Loose = new("off up down out back away");

    /// <summary>Moves each particle to the verb that makes a phrase with it.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        for (var verb = 0; verb + 2 < pieces.Count; verb++)
        {
            if (!pieces[verb].IsWord || pieces[verb].Name || SmallWords.IsHelper(pieces[verb].Key))
                continue;
            var at = Particle(pieces, verb);
            if (at < 0 || !Phrases.Begins(pieces[verb], pieces[at]))
                continue;
            var particle = pieces[at];
            pieces.RemoveAt(at);
            pieces.Insert(verb + 1, particle);
        }
    }

    // Behind what the verb takes, where nothing that the particle could tie follows.
    private static int Particle(List<Piece> pieces, int verb)
    {
        for (var at = verb + 2; at < pieces.Count && at <= verb + LongestObject; at++)
        {
            var piece = pieces[at];
            if (!piece.IsWord)
                return -1;
            if (Loose.Has(piece.Plain))
                return at + 1 == pieces.Count || !pieces[at + 1].IsWord || Links.Of(pieces[at + 1].Plain) is not null ? at : -1;
            if (Links.Of(piece.Plain) is not null && piece.Plain != "of")
                return -1;
        }

        return -1;
    }
}
