using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClaimTracker.Web.Data;

/// <summary>
/// Instants are stored and read as UTC; SQLite forgets the kind. To the microsecond, which is what PostgreSQL keeps.
/// </summary>
public sealed class UtcDateTime()
    : ValueConverter<DateTime, DateTime>(
        value => DateTime.SpecifyKind(value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)), DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
