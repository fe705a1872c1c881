using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Cases;

/// <summary>The file of a case as one reader may see it.</summary>
/// <param name="Open">Open tasks; the first is what is to be done next.</param>
public sealed record CaseFileView(
    CaseOnFile OnFile,
    CaseForMember Public,
    CaseFlow.Host.Ui.SevenSteps Rail,
    StudyBarView? Study,
    IReadOnlyList<TaskDetail> Open,
    IReadOnlyList<IncidentView> Incidents,
    string Tab
)
{
    public const string Summary = "summary";
    public const string Facts = "facts";
    public const string Tasks = "tasks";
    public const string Committee = "committee";
    public const string Letters = "letters";
    public const string Timeline = "timeline";
    public const string People = "people";

    public CaseFile File => OnFile.File;

    /// <summary>Whether facts, documents and notes are shown at all.</summary>
    public bool SeesDossier { get; init; }

    /// <summary>The committee's table; null for whom it is hidden, or while there is none.</summary>
    public StudySheet? Table { get; init; }

    /// <summary>The decision, for those who may know it.</summary>
    public DecisionRecord? Decision { get; init; }

    public DossierView? Dossier { get; init; }

    public IReadOnlyList<TaskDetail> AllTasks { get; init; } = [];

    public IReadOnlyList<LetterItem> IssuedLetters { get; init; } = [];

    public TimelineView Events { get; init; } = new([]);

    /// <summary>Which lines of the timeline are shown.</summary>
    public string Filter { get; init; } = "all";

    public IReadOnlyList<PersonLine> Acted { get; init; } = [];

    public bool MayAsk { get; init; }

    public bool MayWithdraw { get; init; }

    /// <summary>The open task that the reader can do.</summary>
    public TaskDetail? Mine { get; init; }

    public IReadOnlyList<string> Tabs =>
        [
            Summary,
            .. SeesDossier ? new[] { Facts } : [],
            Tasks,
            .. Table is null ? Array.Empty<string>() : [Committee],
            .. SeesDossier ? new[] { Letters } : [],
            Timeline,
            People,
        ];
}

/// <summary>Something that stopped the procedure of a case.</summary>
public sealed record IncidentView(string Id, DateTimeOffset At, string? ActivityId, string Code, bool Resolved);

/// <summary>Somebody who did something in the case.</summary>
public sealed record PersonLine(LocalText Name, int Count, DateTimeOffset Latest);
