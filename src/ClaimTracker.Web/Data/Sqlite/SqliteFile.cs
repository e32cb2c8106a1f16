using Microsoft.Data.Sqlite;

namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>Where a SQLite desk is, and what stands beside it.</summary>
internal sealed record SqliteFile(string Path)
{
    /// <summary>Held shared by whoever has the database, alone by who replaces it.</summary>
    public string LockPath => Path + ".lock";

    /// <summary>Held alone by who brings the database up to date.</summary>
    public string MigratingPath => Path + ".migrating";

    /// <summary>The file that a connection string names; null on PostgreSQL and for a database in memory.</summary>
    public static SqliteFile? Of(string connectionString)
    {
        if (DatabaseSetup.IsPostgres(connectionString))
            return null;
        var named = new SqliteConnectionStringBuilder(connectionString);
        return named.Mode == SqliteOpenMode.Memory || named.DataSource is "" or ":memory:"
            ? null
            : new SqliteFile(System.IO.Path.GetFullPath(named.DataSource));
    }

    /// <summary>Makes the folder where it is missing.</summary>
    public void MakeFolder() => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>Makes folder and file where they are missing, the file for its owner alone.</summary>
    public void Make()
    {
        MakeFolder();
        PrivateFile.Make(Path);
    }
}
