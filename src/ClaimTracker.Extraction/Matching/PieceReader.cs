using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;
using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Text → the pieces that are compared, and who says it.</summary>
internal sealed partial class PieceReader(MatchText source)
{
    // Written with a figure, and part of it; other words beside a figure stay words: "only 12", "all 300".
    private static readonly WordSet OfFigures = new(
        "about around some roughly approximately nearly almost more over than fewer less under least most at no up to as many much well above below close half a an the of in out every and between from per");

    private readonly SentenceView _sentence = new() { Text = source.Text };
    private readonly List<MatchWord> _words = [];
    private List<Cue> _cues = [];

    public List<Piece> Pieces { get; } = [];

    /// <summary>The words of those who say it; empty where it says nobody.</summary>
    public List<Piece> Speaker { get; } = [];

    public PieceReader Read()
    {
        foreach (var span in SentenceSplitter.Split(source.Text))
        {
            _sentence.Scan(span, false, source.AsOf);
            _cues = SpokenBy.Cues(_sentence);
            ReadSentence(IsHeadline());
            Pieces.Add(new Piece(PieceKind.Break, "", ".", "."));
        }

        if (Speaker.Count == 0 && source.Speaker is { } speaker)
            Speaker.AddRange(new PieceReader(new MatchText(speaker)).Read().Pieces.Where(piece => piece.IsWord));
        Phrases.Rewrite(Pieces);
        Phrases.Rewrite(Speaker);
        return this;
    }

    private void ReadSentence(bool headline)
    {
        var tokens = _sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (_cues.Find(cue => i >= cue.First && i <= cue.Last) is { } cue && cue != default)
            {
                if (cue.Weight > 0 && i >= cue.SourceStart && i < cue.SourceEnd) AddWords(i, headline, Speaker);
                if (i == cue.First) Pieces.Add(new Piece(PieceKind.Break, "", ",", ","));
                continue;
            }

            if (_sentence.Times.Find(time => tokens[i].Start >= time.Span.Start && tokens[i].Start < time.Span.End && !IsLength(time)) is { } time)
            {
                if (tokens[i].Start == time.Span.Start)
                    Pieces.Add(new Piece(PieceKind.Time, time.Span.Of(_sentence.Text), "", Moment.Key(_sentence.Text, time)));
                continue;
            }

            if (_sentence.Quantities.Find(figure => figure.Span.Start <= tokens[i].Start && tokens[i].Start < figure.Span.End) is { } figure)
            {
                if (figure.Span.Start == tokens[i].Start || tokens[i - 1].Start < figure.Span.Start) Pieces.Add(Figure(figure));
                if (IsOfFigure(figure, i)) continue;
            }

            if (tokens[i].IsWord || tokens[i].Shape == TokenShape.Number) AddWords(i, headline, Pieces);
            else if (tokens[i].Shape == TokenShape.Mark && _sentence.Text[tokens[i].Start] is ',' or ';' or ':' or '–' or '—' or '(' or ')')
                Pieces.Add(new Piece(PieceKind.Break, "", ",", ","));
        }
    }

    private Piece Figure(Quantity figure) =>
        new(PieceKind.Figure, figure.Span.Of(_sentence.Text), figure.Unit ?? "", Measure.Key(figure)) { Counts = figure.Unit is null };

    // How long something took is compared as a figure: two days are 48 hours.
    private bool IsLength(TimeReference time) =>
        time.From is null && _sentence.Quantities.Exists(figure => figure.Unit is not null && figure.Span.Overlaps(time.Span));

    private bool IsOfFigure(Quantity figure, int token)
    {
        var (start, end) = (_sentence.Tokens[token].Start, _sentence.Tokens[token].End);
        if (figure.Counted is { } counted && _sentence.Text.IndexOf(counted, figure.Span.Start, figure.Span.Length, StringComparison.Ordinal) is var at and >= 0 && start >= at)
            return false;
        var word = _sentence.Text[start..end].ToLowerInvariant();
        return word is not ("all" or "only" or "just" or "each") && (figure.Unit is not null || figure.Value is null || !_sentence.Tokens[token].IsWord
            || _sentence.Tokens[token].Is(WordClass.NumberWord) || OfFigures.Has(word) || NumberLexicon.TryFind(word, out _) || word.Contains('-', StringComparison.Ordinal));
    }

    private void AddWords(int token, bool headline, List<Piece> into)
    {
        ref readonly var read = ref _sentence.Tokens[token];
        var written = Prefix().Replace(_sentence.Text[read.Start..read.End], "$1");
        _words.Clear();
        WordReader.Read(written, _words);
        for (var i = 0; i < _words.Count; i++)
        {
            var name = read.IsName && !headline && (!Opens(token) || read.IsAcronym
                || (token + 1 < _sentence.Tokens.Count && _sentence.Tokens[token + 1].IsName && !read.Is(WordClass.Preposition | WordClass.Determiner | WordClass.Subordinator | WordClass.Conjunction | WordClass.Adverb)));
            var plain = _words[i].Plain;
            foreach (var word in plain.EndsWith("n't", StringComparison.Ordinal) ? [plain is "can't" ? "can" : plain is "won't" ? "will" : plain[..^3], "not"] : (string[])[plain is "cannot" ? "not" : plain])
            {
                into.Add(new Piece(PieceKind.Word, _words.Count == 1 ? written : word, word, Senses.Of(word, name && !read.Is(WordClass.TimeWord)))
                {
                    Name = name,
                    Capital = read.IsName && !headline,
                    Owner = read.IsPossessive && i == _words.Count - 1,
                    Past = !name && VerbForms.IsPast(word),
                    Title = read.Is(WordClass.Title) && !headline,
                });
            }
        }
    }

    // "Re-elected" is one word, "same-sex" two.
    [GeneratedRegex("^(re|co|pre|non|anti|de|un)-", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    // The first word has its capital whatever it is.
    private bool Opens(int token) => token == 0 || _sentence.Tokens[token - 1].Shape == TokenShape.Quote;

    // Where all but the smallest words have a capital, capitals make no names.
    private bool IsHeadline()
    {
        var capitals = 0;
        foreach (ref readonly var token in _sentence.Tokens.Span)
        {
            if (!token.IsWord) continue;
            if (token.IsName) capitals++;
            else if (!token.Is(WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction)) return false;
        }

        return capitals > 3;
    }
}
