using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Features.Portal;

/// <summary>One of the member's tasks with what its page needs.</summary>
/// <param name="Word">One of <see cref="TaskWords"/>.</param>
/// <param name="Correcting">Whether the whole request is open for changes before it is signed (P55).</param>
/// <param name="Files">What was uploaded here already and is not handed in yet.</param>
public sealed record MyTaskSheet(
    TaskDetail Task,
    CaseOnFile OnFile,
    string Word,
    bool Correcting,
    IReadOnlyDictionary<string, StoredFile> Files
)
{
    private CaseFile File => OnFile.File;

    private bool Changes => Correcting || Word == TaskWords.Supply;

    public IReadOnlyList<MissingItem> Missing { get; } =
        Word == TaskWords.Supply && OnFile.File.Rounds.Count > 0 ? OnFile.File.Rounds[^1].Missing : [];

    /// <summary>The fields to fill in: only what is missing, all of the request while correcting, else the task's form.</summary>
    public FormDefinition? Questions =>
        Correcting ? OnFile.Context.Form
        : Word == TaskWords.Supply ? FormPages.Around(OnFile.Context.Form, Facts())
        : Task.Form;

    /// <summary>The documents to attach.</summary>
    public IReadOnlyList<EvidenceRequirement> Documents =>
        Correcting
            ? [.. OnFile.Context.Service.Evidence.Where(e => e.RequiredWhen?.Holds(File.Facts) ?? true)]
            : [.. OnFile.Context.Service.Evidence.Where(e => IsMissing(e) || Disagrees(e))];

    /// <summary>Whether the request stays incomplete without this document.</summary>
    public bool IsMissing(EvidenceRequirement document) =>
        Missing.Any(m => m.Kind == MissingKind.Evidence && m.Key == document.Key);

    /// <summary>What stands in the fields: what was typed here before, else what the case holds.</summary>
    public IReadOnlyDictionary<string, object?> Shown
    {
        get
        {
            var shown = new Dictionary<string, object?>(Changes ? File.Facts : Task.Draft, StringComparer.Ordinal);
            if (Changes && Task.Draft.GetValueOrDefault("facts") is IReadOnlyDictionary<string, object?> typed)
                foreach (var (key, value) in typed)
                    shown[key] = value;
            return shown;
        }
    }

    /// <summary>What the officer wrote about a missing item.</summary>
    public IReadOnlyDictionary<string, string> Notes =>
        Missing
            .Where(m => !string.IsNullOrWhiteSpace(m.Note))
            .GroupBy(m => m.Key.Split('[')[0])
            .ToDictionary(g => g.Key, g => string.Join(" ", g.Select(m => m.Note)));

    private HashSet<string> Facts() =>
        Missing
            .Where(m => m.Kind is MissingKind.Fact or MissingKind.Match)
            .Select(m => m.Key.Split('[')[0])
            .ToHashSet(StringComparer.Ordinal);

    private bool Disagrees(EvidenceRequirement document) =>
        Missing.Any(m => m.Kind == MissingKind.Match && document.Proves.Contains(m.Key));
}

/// <summary>Opens a member's task.</summary>
public sealed class MyTaskSheets(MyTasks tasks, MyCases cases, CaseFlowDb db)
{
    /// <summary>The sheet, and whether the task is still to be done.</summary>
    public async Task<(MyTaskSheet Sheet, bool Open)> OpenAsync(
        string id,
        bool correcting,
        Actor actor,
        CancellationToken ct
    )
    {
        var (task, open) = await tasks.GetAsync(id, actor, ct);
        var onFile = await cases.GetAsync(task.Task.CaseNumber!, actor, ct);
        var word = TaskWords.Of(task.Task.Kind);
        return (
            new MyTaskSheet(
                task,
                onFile,
                word,
                correcting && word == TaskWords.Sign,
                await db.FilesAsync(EvidenceOf(task.Draft), onFile.File.ApplicantPartyId, ct)
            ),
            open
        );
    }

    private static Dictionary<string, string> EvidenceOf(IReadOnlyDictionary<string, object?> draft) =>
        (
            draft.GetValueOrDefault("evidence") as IReadOnlyDictionary<string, object?>
            ?? new Dictionary<string, object?>()
        )
            .Where(e => e.Value is string)
            .ToDictionary(e => e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
