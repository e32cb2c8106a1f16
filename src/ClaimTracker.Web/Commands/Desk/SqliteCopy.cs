using ClaimTracker.Web.Commands.Input;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>Copies of a SQLite desk, as files.</summary>
internal static class SqliteCopy
{
    /// <summary>Opens a file that is closed again when the connection is.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements.</summary>
    public static void Run(this SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    /// <summary>Refuses what is no whole desk.</summary>
    /// <exception cref="InputException">Names the file.</exception>
    public static void Check(SqliteConnection copy, string name)
    {
        try
        {
            using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            var answer = (string?)command.ExecuteScalar();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name IN ('claims', 'audit_entries')";
            if (answer == "ok" && (long)command.ExecuteScalar()! == 2)
                return;
        }
        catch (SqliteException)
        {
            // Not a database at all: the same answer.
        }

        throw new InputException($"{name}: is no sound ClaimTracker database.");
    }

    /// <summary>
    /// Brings what stands in the log into the file; false where SQLite cannot read the file. Nobody else may have it open.
    /// </summary>
    public static bool Settle(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Deletes a copy that was cut off, with what SQLite left beside it.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + "-journal");
        DeleteLog(path);
    }

    /// <summary>Deletes the log of a file, and its index.</summary>
    public static void DeleteLog(string path)
    {
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }
}
