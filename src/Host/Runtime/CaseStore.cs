using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Loads the aggregate of a case and writes it back: the only two places that touch its document.</summary>
public sealed class CaseStore(CaseFlowDb db, CaseContexts contexts)
{
    private readonly Dictionary<string, Loaded> _loaded = new(StringComparer.Ordinal);

    /// <summary>The case, loaded once a unit of work.</summary>
    /// <exception cref="RefusalException">There is no case of that number.</exception>
    public async Task<Case> GetAsync(string number, CancellationToken ct)
    {
        if (Known(number) is { } known)
            return known.Case;
        var row =
            await db.Cases.SingleOrDefaultAsync(c => c.Number == number, ct)
            ?? throw RefusalException.Of("case.unknown");
        var loaded = new Case(CaseFile.FromJson(row.Document), await contexts.OfAsync(row.ServiceVersion, ct));
        _loaded[number] = new Loaded(row, loaded);
        return loaded;
    }

    /// <summary>The service version of a case that was loaded in this unit of work.</summary>
    public string ServiceVersionOf(string number) => _loaded[number].Row.ServiceVersion;

    /// <summary>Adds a case that was opened in this unit of work.</summary>
    public CaseRow Add(Case opened, string serviceVersion, string openedBy, string? requestKey, DateTimeOffset now)
    {
        var file = opened.File;
        var row = new CaseRow
        {
            Number = file.Number,
            InstanceId = file.Number,
            ServiceCode = file.ServiceCode,
            ServiceVersion = serviceVersion,
            ApplicantPartyId = file.ApplicantPartyId,
            OpenedBy = openedBy,
            RequestKey = requestKey,
            SubmittedAt = now,
        };
        db.Cases.Add(row);
        _loaded[file.Number] = new Loaded(row, opened);
        return row;
    }

    /// <summary>Writes state and new events of a case that this unit of work has loaded or opened; others stay as they are.</summary>
    public void Keep(string number, DateTimeOffset now)
    {
        if (Known(number) is not { } loaded)
            return;
        var (row, file) = (loaded.Row, loaded.Case.File);
        row.Status = file.Status;
        row.PublicStatus = loaded.Case.ForMember(now).Status;
        row.Document = file.ToJson();
        row.UpdatedAt = now;
        row.Version++;
        WriteEvents(number);
    }

    /// <summary>Whose request the case is.</summary>
    public async Task<string> ApplicantOfAsync(string number, CancellationToken ct) =>
        Known(number)?.Row.ApplicantPartyId
        ?? await db.Cases.Where(c => c.Number == number).Select(c => c.ApplicantPartyId).SingleAsync(ct);

    /// <summary>Writes down what has happened so far, before something else is that follows from it.</summary>
    public void WriteEvents(string number)
    {
        var loaded = _loaded[number];
        db.Audit.AddRange(loaded.Case.NewEvents.Skip(loaded.EventsKept).Select(e => AuditTrail.Of(number, e)));
        loaded.EventsKept = loaded.Case.NewEvents.Count;
    }

    /// <summary>A repeated attempt of a unit of work starts from a cleared tracker: what was loaded before is stale then.</summary>
    private Loaded? Known(string number) =>
        _loaded.TryGetValue(number, out var known) && db.Entry(known.Row).State != EntityState.Detached ? known : null;

    private sealed class Loaded(CaseRow row, Case @case)
    {
        public CaseRow Row { get; } = row;
        public Case Case { get; } = @case;
        public int EventsKept { get; set; }
    }
}
