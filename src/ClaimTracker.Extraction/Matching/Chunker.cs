namespace ClaimTracker.Extraction.Matching;

/// <summary>Cuts a statement into chunks, and says what each is to it.</summary>
internal sealed class Chunker
{
    private readonly List<Piece> _pieces;
    private readonly string[] _clauses;
    private readonly Predicate _predicate;
    private readonly int[] _conjuncts;
    private readonly List<Chunk> _chunks = [];
    private Chunk? _open;
    private string _link = "";
    private string _lastLink = "";
    private bool _continues;
    private bool _break;
    private bool _and;
    private bool _opens;

    private Chunker(List<Piece> pieces)
    {
        _pieces = pieces;
        _clauses = Clauses.Of(pieces);
        _predicate = Predicate.Find(pieces, _clauses);
        _conjuncts = Halves.Of(pieces);
    }

    /// <summary>The chunks of a statement in their order.</summary>
    public static List<Chunk> Cut(List<Piece> pieces)
    {
        var chunker = new Chunker(pieces);
        for (var i = 0; i < pieces.Count; i++)
            chunker.Take(i);
        Roles.Give(chunker._chunks, chunker._predicate, chunker._predicate.Verb < 0 ? null : pieces[chunker._predicate.Verb]);
        ClauseRoles.Give(chunker._chunks, pieces, chunker._clauses);
        return chunker._chunks;
    }

    private void Take(int i)
    {
        var piece = _pieces[i];
        if (i >= _predicate.Start && i < _predicate.End)
        {
            if (i == _predicate.Start)
                AddPredicate();
        }
        else if (piece.Kind == PieceKind.Break)
        {
            Close("", atBreak: true);
        }
        else if (piece.Kind == PieceKind.Time)
        {
            AddTime(i, piece);
        }
        else if (piece.Kind == PieceKind.Figure)
        {
            AddFigure(i, piece);
        }
        else
        {
            TakeWord(i, piece);
        }
    }

    private void TakeWord(int i, Piece piece)
    {
        if (SmallWords.IsArticle(piece.Plain) && !piece.Name)
        {
            OpenNoun();
        }
        else if (piece.Name)
        {
            Add(i, piece);
        }
        else if (piece.Plain is "and" or "but")
        {
            CloseAt("and");
        }
        else if (piece.Plain is "or" or "nor")
        {
            CloseAt("and");
            Alone(i, piece, "or");
        }
        else if (SmallWords.IsRelative(piece.Plain) || SmallWords.IsPadding(piece.Plain))
        {
            Close(_link);
        }
        else if (SmallWords.IsHelper(piece.Key))
        {
            Close("");
        }
        else if (SmallWords.IsOwner(piece.Plain))
        {
            OpenNoun();
            Add(i, piece);
        }
        else if (piece.Plain == "of" && _open is not null && IsOfVerb())
        {
            Close("of");
        }
        else if (piece.Plain == "of" && _open is not null)
        {
            (_open.Head, _continues) = (_open.Head ?? _open.Pieces[^1], true);
        }
        else if (
            piece.Plain is "after" or "before"
            && _open is { Pieces: [{ IsSpan: true }] } span
            && !(i > 1 && _pieces[i - 2].Plain == "for")
        )
        {
            (span.Link, _continues) = (piece.Plain, true);
        }
        else if (
            i == _predicate.End
            && SmallWords.IsParticle(piece.Plain)
            && i + 1 < _pieces.Count
            && _pieces[i + 1].Plain is not ("to" or "of" or "from")
        )
        {
            Alone(i, piece, "ly");
        }
        else if (Links.Of(piece.Plain) is { } link && Follows(i))
        {
            Close(Ties.Meaning(_pieces, i, link, _predicate.Passive, _open is null ? _link : ""));
        }
        else if (piece.IsScore)
        {
            Alone(i, piece, "score");
        }
        else if (
            piece.Plain is "twice" or "once" or "thrice"
            || (piece.Plain.Length > 4 && piece.Plain.EndsWith("ly", StringComparison.Ordinal))
        )
        {
            Alone(i, piece, "ly");
        }
        else if (IsVerb(i, piece))
        {
            Alone(i, piece, _link == "to-do" ? _link : "verb");
        }
        else
        {
            Add(i, piece);
        }
    }

    // "Acquitted Ana Lopes of fraud": "of" is the verb's.
    private bool IsOfVerb() =>
        _predicate.Verb >= 0 && VerbForms.TakesOf(_pieces[_predicate.Verb].Key) && _open is { BeforeVerb: false, Link.Length: 0 };

    private bool Follows(int i) => _pieces[i + 1].Kind != PieceKind.Break && _predicate.Start != i + 1;

    // A verb beside that of the statement stands alone; "the injured driver" has none.
    private bool IsVerb(int i, Piece piece) =>
        _link == "to-do"
        || (
            piece.Past
            && i > 0
            && !SmallWords.IsArticle(_pieces[i - 1].Plain)
            && _pieces[i - 1].Kind != PieceKind.Figure
            && !SmallWords.IsOwner(_pieces[i - 1].Plain)
            && !_pieces[i - 1].Owner
            && !(_open is null && _link.Length > 0)
        );

    private void OpenNoun()
    {
        if (_continues)
            return;
        if (_open is not null)
            Close("");
        _opens = true;
    }

    private void AddFigure(int i, Piece piece)
    {
        if (_open is not null && !_continues)
            Close("");
        _opens = true;
        Add(i, piece);
        // "For 30 years he worked": a length of time stands by itself, but for what it is counted from.
        var counts = i + 1 < _pieces.Count && _pieces[i + 1].Plain is "after" or "before" or "old" or "of";
        if (piece.IsSpan && !counts && !piece.Text.Contains('-', StringComparison.Ordinal))
            Close("");
    }

    private void AddTime(int i, Piece piece)
    {
        var link = _open is null ? _link : "";
        Close("");
        var bare = link is "in" or "for" or "of" or "as";
        _chunks.Add(
            new Chunk(bare ? "" : link, _clauses[i])
            {
                Role = Role.Beside,
                Conjunct = _conjuncts[i],
                Pieces = { piece },
            }
        );
    }

    private void Add(int i, Piece piece)
    {
        // "In Kenya floods killed": the place is over where a common noun follows the name.
        if (
            _open is { Front: true }
            && !_continues
            && !piece.Name
            && _open.Pieces[^1] is { Name: true, IsWord: true, Owner: false }
        )
        {
            Close("");
        }

        if (_open is null)
        {
            var before = _predicate.Verb >= 0 && i < _predicate.Start;
            var front = before && _link.Length > 0 && !_chunks.Exists(chunk => chunk.Pieces[0].Kind != PieceKind.Time);
            _open = new Chunk(_link, _clauses[i])
            {
                BeforeVerb = before,
                Conjunct = _conjuncts[i],
                Front = front,
                AfterBreak = _break,
                AfterAnd = _and,
                Opens = _opens,
            };
            _chunks.Add(_open);
            (_break, _and, _opens) = (false, false, false);
        }

        _continues = piece.Owner;
        _open.Pieces.Add(piece);
    }

    private void Alone(int i, Piece piece, string link)
    {
        var after = _open is null ? _link : "";
        Close("");
        var verb = link is "verb";
        _chunks.Add(
            new Chunk(verb ? "" : link, _clauses[i])
            {
                Role = verb ? Role.Unknown : Role.Beside,
                BeforeVerb = i < _predicate.Start,
                Conjunct = _conjuncts[i],
                Pieces = { piece },
            }
        );
        _link = link is "ly" ? after : "";
    }

    private void AddPredicate()
    {
        Close("");
        var chunk = new Chunk("", "")
        {
            Role = Role.Verb,
            Present = IsPresent(),
            Conjunct = _conjuncts[_predicate.Verb],
        };
        chunk.Pieces.AddRange(_predicate.Said);
        chunk.Pieces.Add(_pieces[_predicate.Verb]);
        _chunks.Add(chunk);
    }

    // "In the capital, Bamako,": the name is of what stands before it.
    private void Append(Chunk before)
    {
        before.Pieces.AddRange(_open!.Pieces);
        _chunks.Remove(_open);
    }

    private bool IsPresent() =>
        _predicate.Passive
            ? _pieces[_predicate.Start].Plain is "is" or "are"
            : _predicate.Start == _predicate.Verb && !_pieces[_predicate.Verb].Past;

    private void CloseAt(string and)
    {
        var link = _open?.Link ?? _lastLink;
        Close(link);
        _and = and.Length > 0;
    }

    private void Close(string link, bool atBreak = false)
    {
        if (_open is not null)
            (_lastLink, _open.Head) = (_open.Link, _open.Head ?? _open.Pieces[^1]);
        if (
            atBreak
            && _open is { AfterBreak: true, AfterAnd: false }
            && _open.Pieces.TrueForAll(piece => piece.Name)
            && _chunks.Count > 1
            && _chunks[^2]
                is { Role: Role.Unknown, Link: "in" or "near" or "off" or "outside" or "from" or "over" or "under" } place
        )
        {
            Append(place);
        }

        (_open, _continues, _link, _opens) = (null, false, link, false);
        _break = atBreak || (_break && link.Length == 0);
        _and = false;
    }
}
