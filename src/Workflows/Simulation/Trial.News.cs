using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Simulation;

/// <content>What happens next.</content>
public sealed partial class Trial
{
    private DateTimeOffset? passingUntil;

    private Step? Next() => FromInside() ?? (plan.Stepwise ? InOrder() : FromOutside() ?? FromTime(until: null));

    private Step? FromInside()
    {
        if (deliveries.TryDequeue(out var step))
        {
            return step;
        }
        published.RemoveAll(p => p.Until < now);
        foreach (var item in published)
        {
            if (Spread(item.Event, item.OnlyFor) is { } first)
            {
                published.Remove(item);
                return first;
            }
        }
        return null;
    }

    private Step? FromOutside()
    {
        for (var i = 0; i < news.Count; i++)
        {
            if (Of(news[i]) is { } step)
            {
                news.RemoveAt(i);
                return step;
            }
        }
        return null;
    }

    private Step? InOrder()
    {
        while (news.Count > 0)
        {
            if (news[0] is TrialNews.Passing passing)
            {
                passingUntil ??= now + passing.Time;
                if (FromTime(passingUntil) is { } due)
                {
                    return due;
                }
                (now, passingUntil) = (passingUntil.Value, null);
                news.RemoveAt(0);
                continue;
            }
            var next = news[0];
            news.RemoveAt(0);
            if (Of(next) is { } step)
            {
                return step;
            }
            unused.Add(next);
        }
        return null;
    }

    private Step? Of(TrialNews next) =>
        next switch
        {
            TrialNews.Event e => Spread(new Stimulus.EventReceived(e.Name, e.Payload, e.By), onlyFor: null),
            TrialNews.TaskDone done => Completing(done),
            TrialNews.CallAnswered call => Answering(call),
            TrialNews.NextTimer => FromTime(until: null),
            _ => null,
        };

    /// <summary>One event is for all that wait for it now; null when nobody does.</summary>
    private Step? Spread(Stimulus.EventReceived received, TrialInstance? onlyFor)
    {
        foreach (var instance in instances.Where(i => (onlyFor ?? i) == i && i.Awaits(received)))
        {
            deliveries.Enqueue(new Step(instance, received));
        }
        return deliveries.TryDequeue(out var first) ? first : null;
    }

    private Step? Completing(TrialNews.TaskDone done)
    {
        foreach (var instance in instances)
        {
            if (instance.TaskNamed(done.Task) is { } task)
            {
                var data =
                    done.Data as IReadOnlyDictionary<string, object?>
                    ?? new Dictionary<string, object?> { ["result"] = done.Data };
                var outcome = done.Outcome ?? task.Outcomes[0];
                return new Step(instance, new Stimulus.TaskCompleted(task.Id, outcome, data, done.By));
            }
        }
        return null;
    }

    private Step? Answering(TrialNews.CallAnswered call) =>
        instances.Find(i => i.Waits.Any(w => w is Wait.ForCall && w.Id == call.Call)) is { } instance
            ? new Step(instance, new Stimulus.CallAnswered(call.Call, call.Answer))
            : null;

    /// <summary>The timer that is due next, and not after that moment; time jumps to it.</summary>
    private Step? FromTime(DateTimeOffset? until)
    {
        var (instance, timer) = instances
            .SelectMany(i => i.Waits.OfType<Wait.ForTimer>().Select(w => (i, w)))
            .Where(t => !stopped.Contains(t.w.Id))
            .OrderBy(t => t.w.DueAt)
            .FirstOrDefault();
        // What waits for the end of time waits for ever.
        if (timer is null || timer.DueAt == DateTimeOffset.MaxValue || timer.DueAt > until)
        {
            return null;
        }
        now = timer.DueAt > now ? timer.DueAt : now;
        return new Step(instance, new Stimulus.TimerDue(timer.Id));
    }
}
