using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Text → the pieces that are compared, and who says it.</summary>
internal sealed partial class PieceReader(MatchText source)
{
    private readonly SentenceView _sentence = new() { Text = source.Text };
    private readonly List<MatchWord> _words = [];
    private const int LongestListener = 4;

    private List<Cue> _cues = [];

    public List<Piece> Pieces { get; } = [];

    /// <summary>The words of those who say it; empty where it says nobody.</summary>
    public List<Piece> Speaker { get; } = [];

    public PieceReader Read()
    {
        foreach (var span in SentenceSplitter.Split(source.Text))
        {
            SentenceReader.Read(_sentence, span, false, source.AsOf);
            _cues = SpokenBy.Cues(_sentence);
            ReadSentence(IsHeadline());
            Pieces.Add(new Piece(PieceKind.Break, "", ".", "."));
        }

        if (Speaker.Count == 0 && source.Speaker is { } speaker)
            Speaker.AddRange(new PieceReader(new MatchText(speaker)).Read().Pieces.Where(piece => piece.IsWord));
        Sides.Mark(Pieces);
        Cleft.Rewrite(Pieces);
        Lengths.Rewrite(Pieces);
        Particles.Rewrite(Pieces);
        Headline.Rewrite(Pieces);
        Outcome.Rewrite(Pieces);
        Possessed.Rewrite(Pieces);
        Turns.Rewrite(Pieces);
        Phrases.Rewrite(Pieces);
        Turns.Rewrite(Pieces);
        Negations.Rewrite(Pieces);
        Factors.Rewrite(Pieces);
        Phrases.Rewrite(Speaker);
        if (Speaker.Count > 0)
            Speaker.Add(new Piece(PieceKind.Break, "", ".", "."));
        return this;
    }

    private void ReadSentence(bool headline)
    {
        var tokens = _sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (_cues.Find(cue => i >= cue.First && i <= cue.Last) is { } cue && cue != default)
            {
                if (cue.Weight > 0 && i >= cue.SourceStart && i < cue.SourceEnd)
                    AddWords(i, headline, Speaker);
                if (i == cue.First)
                    Pieces.Add(new Piece(PieceKind.Break, "", ",", ","));
                if (i == cue.Last)
                    i = AfterSpeaker(cue);
                continue;
            }

            if (
                _sentence.Times.Find(time =>
                    tokens[i].Start >= time.Span.Start && tokens[i].Start < time.Span.End && !IsLength(time)
                ) is
                { } time
            )
            {
                if (tokens[i].Start == time.Span.Start)
                    Pieces.Add(OfTime(time));
                continue;
            }

            if (
                _sentence.Quantities.Find(figure => figure.Span.Start <= tokens[i].Start && tokens[i].Start < figure.Span.End) is
                { } figure
            )
            {
                if (figure.Span.Start == tokens[i].Start || tokens[i - 1].Start < figure.Span.Start)
                    Pieces.Add(FigurePiece.Of(_sentence.Text, figure));
                if (FigurePiece.Takes(_sentence, figure, i))
                    continue;
            }

            if (FigurePiece.Score(_sentence, i) is { } score)
            {
                Pieces.Add(score);
                i += 2;
            }
            else if (tokens[i].IsWord || tokens[i].Shape == TokenShape.Number)
            {
                AddWords(i, headline, Pieces);
            }
            else if (tokens.MarkAt(_sentence.Text, i) == '?' && !DidYouKnow().IsMatch(_sentence.Text))
            {
                Pieces.Add(new Piece(PieceKind.Word, "?", "?", "?"));
            }
            else if (
                tokens[i].Shape == TokenShape.Mark
                && _sentence.Text[tokens[i].Start] is ',' or ';' or ':' or '–' or '—' or '(' or ')'
            )
            {
                Pieces.Add(new Piece(PieceKind.Break, "", ",", ","));
            }
        }
    }

    private Piece OfTime(TimeReference time)
    {
        var text = time.Span.Of(_sentence.Text);
        return (time.From is null ? Lengths.One(text) : null)
            ?? new Piece(PieceKind.Time, text, "", Moment.Key(_sentence.Text, time));
    }

    // How long something took is compared as a figure: two days are 48 hours.
    private bool IsLength(TimeReference time) =>
        time.From is null && _sentence.Quantities.Exists(figure => figure.Unit is not null && figure.Span.Overlaps(time.Span));

    private void AddWords(int token, bool headline, List<Piece> into)
    {
        ref readonly var read = ref _sentence.Tokens[token];
        var written = Prefix().Replace(_sentence.Text[read.Start..read.End], "$1");
        _words.Clear();
        WordReader.Read(written, _words);
        for (var i = 0; i < _words.Count; i++)
        {
            var name = read.IsName && !headline && (!Opens(token) || read.IsAcronym || BeginsName(token));
            foreach (var word in WithoutContraction(_words[i].Plain))
            {
                into.Add(
                    new Piece(
                        PieceKind.Word,
                        _words.Count == 1 ? written : word,
                        word,
                        Senses.Of(word, name && !read.Is(WordClass.TimeWord))
                    )
                    {
                        Name = name,
                        Common = Senses.Of(word, false),
                        Capital = read.IsName && !headline,
                        Owner = read.IsPossessive && i == _words.Count - 1,
                        Past = !name && VerbForms.IsPast(word),
                        Title = read.Is(WordClass.Title) && !headline,
                    }
                );
            }
        }
    }

    // Who asks this says it.
    [GeneratedRegex("^\\W*did you know\\b", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex DidYouKnow();

    // "Re-elected" is one word, "same-sex" two.
    [GeneratedRegex("^(re|co|pre|non|anti|de|un)-", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Prefix();

    // "Said Sam Diaz, the mayor of Vell": what tells who the speaker is says nothing of what was said.
    private int AfterSpeaker(Cue cue)
    {
        var tokens = _sentence.Tokens;
        var told = cue.Last;
        if (tokens.WordIs(_sentence.Text, cue.CueStart, "told"))
            told = AfterListener(told);
        if (told > cue.Last)
            return told;
        var next = cue.Last + 2;
        if (
            cue.SourceEnd != cue.Last + 1
            || next >= tokens.Count
            || tokens.MarkAt(_sentence.Text, cue.Last + 1) != ','
            || !tokens[next].Is(WordClass.Determiner | WordClass.Relative)
        )
        {
            return cue.Last;
        }

        var end = next;
        while (end < tokens.Count && tokens.MarkAt(_sentence.Text, end) is not (',' or ';' or '.'))
            end++;
        return IsStatement(next, end) ? cue.Last : end - 1;
    }

    // "According to the mayor, the bridge is closed": what stands behind the comma is what was said.
    private bool IsStatement(int first, int end)
    {
        if (_sentence.Tokens[first].Is(WordClass.Relative))
            return false;
        for (var i = first + 1; i < end; i++)
        {
            if (_sentence.Tokens[i].Is(WordClass.Auxiliary) && !_sentence.Tokens[i].IsName)
                return true;
            if (_sentence.Tokens[i].Is(WordClass.Relative))
                return false;
        }

        // With nothing behind it there would be no statement at all.
        return _cues[0].First == 0 && end >= _sentence.Tokens.Count - 1;
    }

    // "Told the BBC", "told MPs that": who heard it is no part of what was said.
    private int AfterListener(int told)
    {
        var tokens = _sentence.Tokens;
        var end = told + 1;
        while (
            end < tokens.Count
            && (tokens[end].Is(WordClass.Outlet) || (end == told + 1 && tokens.WordIs(_sentence.Text, end, "the")))
        )
        {
            end++;
        }

        if (end > told + 1 && tokens[end - 1].Is(WordClass.Outlet))
            return end - 1;
        end = told + 1;
        while (
            end < tokens.Count
            && end <= told + LongestListener
            && tokens[end].IsWord
            && !tokens.WordIs(_sentence.Text, end, "that")
        )
        {
            end++;
        }

        var closes = end >= tokens.Count || !tokens[end].IsWord || tokens.WordIs(_sentence.Text, end, "that");
        return closes && end > told + 1 ? end - 1 : told;
    }

    private const WordClass Small =
        WordClass.Preposition | WordClass.Determiner | WordClass.Subordinator | WordClass.Conjunction | WordClass.Adverb;

    private bool BeginsName(int token) =>
        token + 1 < _sentence.Tokens.Count && _sentence.Tokens[token + 1].IsName && !_sentence.Tokens[token].Is(Small);

    private static string[] WithoutContraction(string plain) =>
        plain switch
        {
            "can't" or "cannot" => ["can", "not"],
            "won't" => ["will", "not"],
            _ => plain.EndsWith("n't", StringComparison.Ordinal) ? [plain[..^3], "not"] : [plain],
        };

    // The first word has its capital whatever it is.
    private bool Opens(int token) => token == 0 || _sentence.Tokens[token - 1].Shape == TokenShape.Quote;

    // Where all but the smallest words have a capital, capitals make no names.
    private bool IsHeadline()
    {
        var capitals = 0;
        foreach (ref readonly var token in _sentence.Tokens.Span)
        {
            if (!token.IsWord)
                continue;
            if (token.IsName)
                capitals++;
            else if (!token.Is(WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction))
                return false;
        }

        return capitals > 3;
    }
}
