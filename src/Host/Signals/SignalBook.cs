using System.Globalization;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Timers;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Signals;

/// <summary>Writes signals into the current transaction.</summary>
public sealed class SignalBook(CaseFlowDb db, FollowUp followUp)
{
    private readonly string _batch = Guid.CreateVersion7().ToString("N");
    private int _count;

    /// <summary>An event for whoever listens when it is handed out, and for every definition that it starts.</summary>
    /// <param name="published">The event.</param>
    /// <param name="onlyFor">The one instance that may hear it; null for all.</param>
    /// <param name="now">The burst's moment.</param>
    public void Publish(Stimulus.EventReceived published, string? onlyFor, DateTimeOffset now) =>
        Add(
            new SignalRow
            {
                Id = NewId(),
                Kind = SignalKind.Event,
                InstanceId = onlyFor,
                EventName = published.Name,
                CorrelationId = published.CorrelationId,
                Stimulus = Text(published),
                CreatedAt = now,
                DueAt = now,
            }
        );

    /// <summary>A stimulus for one instance.</summary>
    public void Tell(string instanceId, Stimulus stimulus, DateTimeOffset now) =>
        Add(
            new SignalRow
            {
                Id = NewId(),
                Kind = SignalKind.Stimulus,
                InstanceId = instanceId,
                Stimulus = Text(stimulus),
                CreatedAt = now,
                DueAt = now,
            }
        );

    /// <summary>A new instance that an event starts.</summary>
    public void Start(string definitionId, Stimulus.Started started, DateTimeOffset now) =>
        Add(Beginning(definitionId, started, now));

    /// <summary>A child of an instance; it shares its parent's case.</summary>
    public void StartChild(InstanceRow parent, ChildStart child, DateTimeOffset now)
    {
        var started = new Stimulus.Started(child.ChildId, child.Input) { CorrelationId = child.CorrelationId };
        Add(Beginning(child.DefinitionId, started, now, parent, child.News));
    }

    private SignalRow Beginning(
        string definitionId,
        Stimulus.Started started,
        DateTimeOffset now,
        InstanceRow? parent = null,
        ChildNews news = ChildNews.None
    ) =>
        new()
        {
            Id = NewId(),
            Kind = SignalKind.Start,
            InstanceId = started.InstanceId,
            DefinitionId = definitionId,
            CaseNumber = parent?.CaseNumber,
            ParentInstanceId = parent?.Id,
            News = news,
            Stimulus = Text(started),
            CreatedAt = now,
            DueAt = now,
        };

    // Rises within a unit of work, so that signals of one burst are told in its order.
    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"{_batch}-{_count++:D6}");

    private static string Text(Stimulus stimulus) => StimulusJson.Write(stimulus);

    private void Add(SignalRow row)
    {
        db.Signals.Add(row);
        followUp.Want(Work.Signals);
    }
}
