using ClaimTracker.Domain;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data;

/// <summary>How many there are of what is called so.</summary>
public sealed record NamedCount(string Name, int Number);

/// <summary>All that the desk stores. Each provider has a derived context with migrations of its own.</summary>
public abstract class DeskDb(DbContextOptions options, Acting acting, WriteGate gate)
    : IdentityDbContext<Person, IdentityRole, string>(options),
        IDataProtectionKeyContext
{
    private const int MostAttempts = 10;

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Outlet> Outlets => Set<Outlet>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Appearance> Appearances => Set<Appearance>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Verdict> Verdicts => Set<Verdict>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<Suspension> Suspensions => Set<Suspension>();

    public DbSet<WorkflowVersion> WorkflowVersions => Set<WorkflowVersion>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ReviewTask> Tasks => Set<ReviewTask>();

    public DbSet<ReviewTimer> Timers => Set<ReviewTimer>();

    public DbSet<ReviewStep> Steps => Set<ReviewStep>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<BulkAct> BulkActs => Set<BulkAct>();

    public DbSet<BulkItem> BulkItems => Set<BulkItem>();

    public DbSet<TriageOpening> TriageOpenings => Set<TriageOpening>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<Look> Looks => Set<Look>();

    public DbSet<LookHost> LookHosts => Set<LookHost>();

    public DbSet<RobotsFile> RobotsFiles => Set<RobotsFile>();

    public DbSet<Recheck> Rechecks => Set<Recheck>();

    public DbSet<Retraining> Retrainings => Set<Retraining>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Written by the database's own triggers.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Written by <see cref="SchemaUpdate"/> alone.</summary>
    public DbSet<SchemaScript> SchemaScripts => Set<SchemaScript>();

    public DbSet<FirstRunCode> FirstRunCodes => Set<FirstRunCode>();

    /// <summary>Written by the database's own triggers, and added up by <see cref="Jobs.TallyJob"/>.</summary>
    public DbSet<TaskTally> TaskTallies => Set<TaskTally>();

    /// <summary>Written by the database's own triggers, and added up by <see cref="Jobs.TallyJob"/>.</summary>
    public DbSet<PublicChange> PublicChanges => Set<PublicChange>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True on PostgreSQL, where several processes write at once.</summary>
    public abstract bool IsPostgres { get; }

    /// <summary>
    /// The ids of claims that hold all the words of one of the searches: of each search the newest, and each id once.
    /// </summary>
    public abstract IQueryable<long> SearchClaims(IReadOnlyList<IReadOnlyList<TellingWord>> searches, int ofEach);

    /// <summary>
    /// The ids from <paramref name="from"/> and below <paramref name="before"/> of claims that hold all the words, newest first.
    /// Nothing is ranked, so that it ends with the newest that are asked for.
    /// </summary>
    public abstract IQueryable<long> SearchNewestClaims(string words, long from, long before, int atMost);

    /// <summary>
    /// The claims that are put down to whoever has that text in the name; capitals apart, of A to Z at least.
    /// </summary>
    public abstract IQueryable<Claim> ClaimsPutDownTo(string part);

    /// <summary>
    /// How many checks fall due in each of some spans of time, each counted up to <paramref name="most"/>; the name is the span's
    /// place in the list. What is not public falls due at no time, so that the index alone tells it.
    /// </summary>
    public IQueryable<NamedCount> CountDueClaims(bool persons, IReadOnlyList<(DateTime From, DateTime Until)> spans, int most)
    {
        var column = persons ? "person_due_at" : "next_check_due_at";
        var counts = spans.Select(
            (_, i) =>
                $$"""
                    SELECT '{{i}}' AS "Name", (SELECT CAST(count(*) AS integer) FROM (SELECT 1 FROM claims c
                        WHERE c.{{column}} >= {{{2 * i}}} AND c.{{column}} < {{{2 * i + 1}}} LIMIT {{most}}) found) AS "Number"
                    """
        );
        return Database.SqlQueryRaw<NamedCount>(
            string.Join(" UNION ALL ", counts),
            [.. spans.SelectMany(span => new object[] { span.From, span.Until })]
        );
    }

    /// <summary>
    /// What else belongs into the commit of the act that is about to be done: run after the work of each attempt that is not
    /// refused. Null where nothing does; whoever sets it takes it away again.
    /// </summary>
    internal Func<Task>? Along { get; set; }

    /// <summary>
    /// Whether what is committed in whose name this context acts may be lost to a power cut (<see cref="Acting.IsRepeatable"/>).
    /// </summary>
    internal bool IsRepeatable => acting.IsRepeatable;

    /// <summary>The instant of the act that is being done (<see cref="Acting.Now"/>).</summary>
    internal DateTime Now => acting.Now;

    /// <summary>Keeps other writers of the same subject's audit chain out until this transaction ends.</summary>
    internal abstract Task LockChainAsync(string subject, CancellationToken cancel);

    /// <summary>
    /// How many entries a subject's audit chain has, and the hash of the last one. No other transaction adds one before this one
    /// ends.
    /// </summary>
    internal async Task<(int Sequence, string Hash)> EndOfChainAsync(string subject, CancellationToken cancel)
    {
        var transaction = Database.CurrentTransaction!.GetDbTransaction();

        // A transaction that reads one snapshot cannot add to a chain that another has added to since: that is a race, and told
        // as one.
        if (transaction.IsolationLevel != System.Data.IsolationLevel.RepeatableRead)
            await LockChainAsync(subject, cancel);
        await using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT sequence, hash FROM audit_heads WHERE subject = @subject";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@subject", subject);
        command.Parameters.Add(parameter);
        await using var head = await command.ExecuteReaderAsync(cancel);
        return await head.ReadAsync(cancel) ? (head.GetInt32(0), head.GetString(1)) : (0, "");
    }

    /// <summary>
    /// Runs <paramref name="work"/> and commits what it changed, with its audit, in one transaction; a refusal rolls all of it
    /// back. The work loads what it needs itself, since it is run anew where another writer was faster. It is handed whoever acts
    /// with the roles held in this transaction, and is not run for somebody who is deactivated or has not the
    /// <paramref name="right"/>.
    /// </summary>
    /// <param name="action">What it is called in the audit.</param>
    /// <param name="right">Who may do it.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="readsLatest">
    /// True where each query of the work is to see what was committed just before it: for work that locks what it chooses as it
    /// reads it.
    /// </param>
    /// <exception cref="DbUpdateConcurrencyException">Another writer was faster each time.</exception>
    public async Task<Result<T>> CommitAsync<T>(
        string action,
        Right right,
        Func<Actor, Task<Result<T>>> work,
        CancellationToken cancel,
        bool readsLatest = false
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await gate.EnterAsync(cancel).ConfigureAwait(false);
            // One snapshot for all that the work reads: what it decides rests on one state of the claim, and where that state is
            // no longer the latest, the write fails as a race and the work is run anew. (SQLite's transactions are serializable
            // as they are.)
            await using var transaction = IsPostgres
                ? await Database.BeginTransactionAsync(
                    readsLatest ? System.Data.IsolationLevel.ReadCommitted : System.Data.IsolationLevel.RepeatableRead,
                    cancel
                )
                : await Database.BeginTransactionAsync(cancel);
            acting.Begin(action);
            try
            {
                var actor = await ActorNow.ReadAsync(this, acting.Name, cancel);
                if ((actor.Refusal ?? right.Bar(actor.Value!)) is { } barred)
                    return barred;
                var result = await work(actor.Value!);
                if (result.IsOk)
                {
                    if (Along is { } along)
                        await along();
                    await SaveChangesAsync(cancel);
                    await transaction.CommitAsync(cancel);
                }

                return result;
            }
            catch (Exception failure) when (IsRace(failure))
            {
                ChangeTracker.Clear();
                if (attempt == MostAttempts)
                {
                    this.GetService<ILoggerFactory>()
                        .CreateLogger<DeskDb>()
                        .LogWarning(
                            "Gave up “{Action}” by {Who}: other writers were faster {Attempts} times",
                            action,
                            acting.Name,
                            attempt
                        );
                    throw;
                }
            }
            finally
            {
                acting.End();
            }
        }
    }

    /// <summary>As <see cref="CommitAsync{T}"/>, for work that makes nothing to hand back.</summary>
    public async Task<Result> CommitAsync(
        string action,
        Right right,
        Func<Actor, Task<Result>> work,
        CancellationToken cancel,
        bool readsLatest = false
    )
    {
        var result = await CommitAsync<bool>(
            action,
            right,
            async actor => await work(actor) is { Refusal: { } refusal } ? refusal : true,
            cancel,
            readsLatest
        );
        return new Result(result.Refusal);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        // Changes are looked for once; whoever asks the tracker after that is answered from what was found.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (!ChangeTracker.HasChanges())
                return 0;
            await using var own = Database.CurrentTransaction is null
                ? await Database.BeginTransactionAsync(cancellationToken)
                : null;
            Revisions.Bump(ChangeTracker);
            var changes = AuditTrail.Collect(ChangeTracker);
            var keys = new RowKeys(this);
            await keys.GiveAsync(cancellationToken);
            await AuditTrail.AppendAsync(this, changes, acting, cancellationToken);
            await keys.GiveAsync(cancellationToken);
            var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null)
                await own.CommitAsync(cancellationToken);
            return count;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>
    /// Only for rows that are not audited (keys of data protection); whatever is audited goes the asynchronous way.
    /// </summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        AuditTrail.Collect(ChangeTracker).Count == 0
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Call SaveChangesAsync: it writes the audit with the change.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DeskDb).Assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    /// <summary>True where the failure is another writer's success, so that trying again makes sense.</summary>
    protected abstract bool IsRace(Exception failure);
}
