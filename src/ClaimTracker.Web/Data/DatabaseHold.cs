using ClaimTracker.Web.Data.Sqlite;

namespace ClaimTracker.Web.Data;

/// <summary>
/// This process's hold on a SQLite desk, by a lock that ends with the process: shared while a server or a verb works on it, alone
/// while
/// <c>restore</c> replaces the file. On PostgreSQL there is no file to hold.
/// </summary>
public sealed class DatabaseHold : IDisposable
{
    private readonly SqliteFile? _file;
    private FileLock? _held;

    internal DatabaseHold(SqliteFile? file) => _file = file;

    /// <summary>Takes the share of a server or a verb; more than once is once.</summary>
    /// <param name="make">True where a missing file is made; false where it is refused.</param>
    /// <exception cref="DatabaseRefusedException">It is being restored, it is missing, or its folder may not be written
    /// to.</exception>
    public void Share(bool make)
    {
        if (_file is null || _held is not null)
            return;
        if (!make && !File.Exists(_file.Path))
            throw new DatabaseRefusedException($"{_file.Path}: there is no database.");
        _held =
            Take(() =>
            {
                if (make)
                    _file.Make();
                return FileLock.TryShare(_file.LockPath);
            })
            ?? throw new DatabaseRefusedException(
                $"{_file.Path}: the database is being restored ({_file.LockPath} is held alone). Start again when that has ended."
            );
    }

    /// <summary>Takes the file for this process alone.</summary>
    /// <exception cref="DatabaseRefusedException">A server or a verb has it, or its folder may not be written to.</exception>
    public void TakeAlone()
    {
        if (_file is null)
            return;
        _held =
            Take(() =>
            {
                _file.MakeFolder();
                return FileLock.TryAlone(_file.LockPath);
            })
            ?? throw new DatabaseRefusedException(
                $"{_file.Path}: a server or another verb has this database ({_file.LockPath} is held). Stop it first."
            );
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    private static FileLock? Take(Func<FileLock?> take)
    {
        try
        {
            return take();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException(
                $"The database cannot be used: {refused.Message}\n  See whether ConnectionStrings:ClaimTracker is right and this user may read and write there."
            );
        }
    }
}
