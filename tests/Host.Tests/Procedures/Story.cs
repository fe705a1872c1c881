using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Tests.Catalogue;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Tests.Procedures;

/// <summary>
/// A shipped procedure, the engine and a real case, with the world kept in lists: tasks, timers, letters and one clock.
/// The verbs of the persons are in the other part.
/// </summary>
internal sealed partial class Story
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(LibraryFolder.Shipped);
    private static readonly IReadOnlyDictionary<string, LetterTemplate> Templates = LetterFolder
        .Load(Path.Combine(LibraryFolder.Shipped, "letters"))
        .Templates;
    private readonly WorkflowEngine engine = new(ActivityCatalogue.All);
    private readonly WorkflowDefinition definition;
    private readonly List<TaskOrder> tasks = [];
    private readonly Dictionary<string, DateTimeOffset> timers = [];
    private readonly List<string> letters = [];
    private readonly List<string> reminded = [];
    private readonly List<string> escalated = [];
    private InstanceState? state;

    private Story(string service, CaseContext context, IEnumerable<string> withoutEvidence)
    {
        Assert.True(
            DefinitionReader.TryRead(Library.Definitions[context.Service.Definition], out var read, out _),
            service
        );
        definition = read;
        var evidence = context
            .Service.Evidence.Where(e => e.RequiredWhen is null || e.Key == "family-record")
            .Select(e => e.Key)
            .Except(withoutEvidence)
            .Select(key => Request.Document(key, Now));
        var facts = service == "rent-support" ? Request.RentSupport : Request.Statement;
        Case = Case.Open(
            new CaseOpening("1448-00001", People.Member.PartyId!, "website", facts, [.. evidence], People.Member),
            context,
            Now
        );
    }

    public Case Case { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Kinds of the open tasks, without the prefix.</summary>
    public IEnumerable<string> Open => tasks.Select(t => t.Kind["CaseFlow.".Length..]).Order(StringComparer.Ordinal);

    /// <summary>Keys of the letters in the order in which they were issued.</summary>
    public IReadOnlyList<string> Letters => letters;

    public IReadOnlyList<string> Reminded => reminded;
    public IReadOnlyList<string> Escalated => escalated;
    public bool IsFinished => state!.Status == InstanceStatus.Finished;

    /// <summary>The policy as it is shipped.</summary>
    public static PolicyParameters Policy => Library.Parameters;

    /// <summary>Starts the procedure of a service for a complete request, save for the documents left out.</summary>
    public static Task<Story> Of(string service, params string[] withoutEvidence) =>
        Of(service, Policy, withoutEvidence);

    /// <summary>The same under another policy.</summary>
    public static async Task<Story> Of(string service, PolicyParameters policy, params string[] withoutEvidence)
    {
        var found = Library.Services[service];
        var context = new CaseContext(found, Library.Forms[found.Form], policy, Library.Declaration, Library.Clauses);
        var story = new Story(service, context, withoutEvidence);
        await story.Run(
            new Stimulus.Started("case-1", new Dictionary<string, object?> { ["Policy"] = policy.ToPlain() })
        );
        return story;
    }

    public TaskOrder Task(string kind, string? assignee = null) =>
        Assert.Single(tasks, t => t.Kind == $"CaseFlow.{kind}" && (assignee is null || t.Assignee == assignee));

    public Task Complete(string kind, string outcome, Actor by, params (string Key, object? Value)[] data) =>
        Complete(Task(kind), outcome, by, data);

    public async Task Complete(TaskOrder task, string outcome, Actor by, params (string Key, object? Value)[] data)
    {
        Assert.Contains(outcome, task.Outcomes);
        // The host closes the task that is completed; the engine closes the others.
        tasks.Remove(task);
        await Run(new Stimulus.TaskCompleted(task.TaskId, outcome, data.ToDictionary(d => d.Key, d => d.Value), by));
    }

    public Task Send(string name, Actor by, params (string Key, object? Value)[] payload) =>
        Run(new Stimulus.EventReceived(name, payload.ToDictionary(p => p.Key, p => p.Value), by));

    /// <summary>Lets time pass; what falls due on the way is done at its time.</summary>
    public async Task Pass(TimeSpan span)
    {
        var until = Now + span;
        while (timers.Where(t => t.Value <= until).OrderBy(t => t.Value).FirstOrDefault() is { Key: { } id } timer)
        {
            Now = timer.Value > Now ? timer.Value : Now;
            timers.Remove(id);
            await Run(new Stimulus.TimerDue(id));
        }
        Now = until;
    }

    public Task PassDays(double days) => Pass(TimeSpan.FromDays(days));

    /// <summary>Runs a stimulus that the case must refuse, and tells why. Nothing has happened then.</summary>
    public async Task<Refusal> Refused(Stimulus stimulus)
    {
        var result = await Drive(stimulus);
        return result.Refusal ?? throw new InvalidOperationException("It was not refused.");
    }

    /// <summary>Completes a task that the case must refuse to the person who does it; the task stays open.</summary>
    public async Task<Refusal> RefusedToComplete(
        string kind,
        string outcome,
        Actor by,
        params (string Key, object? Value)[] data
    )
    {
        var result = await Drive(
            new Stimulus.TaskCompleted(Task(kind).TaskId, outcome, data.ToDictionary(d => d.Key, d => d.Value), by)
        );
        Assert.True(result.RefusedByCompletedTask);
        return result.Refusal!;
    }

    private async Task Run(Stimulus stimulus)
    {
        var result = await Drive(stimulus);
        Assert.Null(result.Incident);
        // Through text and back, as between two requests.
        state = InstanceStateJson.Read(InstanceStateJson.Write(result.State));
        foreach (var effect in result.Effects)
            Apply(effect);
    }

    private Task<DriveResult> Drive(Stimulus stimulus) =>
        BurstDriver.DriveAsync(
            engine,
            definition,
            state,
            stimulus,
            Now,
            ask => new(Answer(ask.Command)),
            Library.Times
        );

    private CaseAnswer Answer(CaseCommand command)
    {
        switch (command)
        {
            case IssueLetter letter:
                var what = Templates[letter.Letter].Metadata.Class;
                Case.Handle(new AuthorizeLetter(what, letter.Letter, letter.PermitId), Now);
                letters.Add(letter.Letter);
                return new LetterIssued($"letter-{letters.Count}", $"{letters.Count}/1448");
            case OpenStudy:
                return Case.Handle(new OpenStudy(People.Roster), Now);
            default:
                return Case.Handle(command, Now);
        }
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                tasks.Add(open.Task);
                break;
            case Effect.CloseTask close:
                tasks.RemoveAll(t => t.TaskId == close.TaskId);
                break;
            case Effect.StartTimer start:
                timers.Add(start.TimerId, start.DueAt);
                break;
            case Effect.CancelTimer cancel:
                timers.Remove(cancel.TimerId);
                break;
            case Effect.RemindTask remind:
                reminded.Add(tasks.Single(t => t.TaskId == remind.TaskId).ActivityId);
                break;
            case Effect.EscalateTask escalate:
                escalated.Add(escalate.Role);
                break;
        }
    }
}
