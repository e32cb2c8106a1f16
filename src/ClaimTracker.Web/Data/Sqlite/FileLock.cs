namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>
/// A lock of the operating system on a file: it ends with the process that holds it, however that ends. The file stays, empty;
/// whether somebody holds it is asked of the system alone, not of the file's age or of a number written into it.
/// </summary>
internal sealed class FileLock : IDisposable
{
    // EAGAIN on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>A lock that others may share; null where somebody holds it alone.</summary>
    /// <exception cref="IOException">The file cannot be made or opened.</exception>
    public static FileLock? TryShare(string path) => Try(path, FileAccess.Read, FileShare.Read);

    /// <summary>A lock that nobody else holds meanwhile; null where somebody does.</summary>
    /// <exception cref="IOException">The file cannot be made or opened, or its file system keeps no locks.</exception>
    public static FileLock? TryAlone(string path)
    {
        var alone = Try(path, FileAccess.ReadWrite, FileShare.None);
        if (alone is null)
            return null;

        // Where a file system keeps no locks, .NET opens the file and says nothing. A second lock that is given shows it.
        using var second = Try(path, FileAccess.Read, FileShare.Read);
        if (second is null)
            return alone;
        alone.Dispose();
        throw new IOException(
            $"{path}: its file system keeps no locks, so it cannot be told whether another process has the database. Put the database on a local disk."
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate, access, share)));
        }
        catch (IOException taken) when (Taken.Contains(taken.HResult))
        {
            return null;
        }
    }
}
