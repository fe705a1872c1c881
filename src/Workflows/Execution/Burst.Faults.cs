using CaseFlow.Domain;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Execution;

/// <content>
/// Faults that an instance goes on with: the activity stays as faulted and keeps what is around it open, the other branches go on.
/// </content>
internal sealed partial class Burst
{
    private readonly bool goesOn;
    private readonly bool keepsFaults;
    private readonly bool isTrial;
    private readonly List<Incident> incidents = [];

    /// <summary>Whose turn it is.</summary>
    private Live? working;

    private void Guarded(Action work)
    {
        if (!keepsFaults)
        {
            work();
            return;
        }
        try
        {
            work();
        }
        catch (FaultException fault)
        {
            Keep(fault.Message, fault.Code, refusal: null);
        }
        catch (ExpressionException error)
        {
            Keep(error.Message, ExpressionFailed, refusal: null);
        }
        catch (RefusalException no)
        {
            Keep(no.Message, no.Refusal.Code, no.Refusal);
        }
    }

    public const string ExpressionFailed = "expression.failed";

    private void Keep(string message, string code, Refusal? refusal)
    {
        var at = working;
        while (at is { IsOpen: false })
        {
            at = at.Owner;
        }
        var (node, again) = (Current ?? at?.Node, at is null ? null : new Stimulus.Retried(at.Node.NodeId, at.Id));
        incidents.Add(new Incident(node?.Id, node?.NodeId, node?.Type, message, code, again, refusal));
        if (at is not null)
        {
            at.Faulted = true;
            EndWaits(at);
        }
        Note(JournalEvent.Faulted, at, code);
    }

    /// <summary>The activity begins once more, in the same place with the same dynamic variables.</summary>
    private void RunAgain(Stimulus.Retried retried)
    {
        if (!executions.TryGetValue(retried.ExecutionId, out var live) || !live.Faulted)
        {
            return;
        }
        live.IsOpen = false;
        queue.RemoveAll(item => item is WorkItem.Run run && run.OwnerId == live.Id);
        CancelChildren(live);
        EndWaits(live);
        executions.Remove(live.Id);
        queue.Add(new WorkItem.Run(live.Node.NodeId, live.Owner?.Id, live.Backward, Given(live), live.Leftover));
    }
}
