namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>
/// Files that only their owner may read: the database, its copies and its locks (mode 0600; Windows takes the rights of the
/// folder).
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How to open one; where it is made, only its owner may read it from the first moment on.</summary>
    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows() && mode is FileMode.Create or FileMode.CreateNew or FileMode.OpenOrCreate)
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    /// <summary>Makes an empty file, where none is there. SQLite gives its log the mode of the database.</summary>
    public static void Make(string path)
    {
        // Opened only where it is new: closing a file that SQLite has open in this process would end SQLite's own locks on it.
        if (File.Exists(path))
            return;
        try
        {
            new FileStream(path, Options(FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite)).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
    }
}
