using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <content>Carries out what activities answer.</content>
internal sealed partial class Burst
{
    private void Apply(Live live, ActivityResult result)
    {
        foreach (var change in result.Changes)
        {
            Apply(live, change);
        }
        switch (result)
        {
            case ActivityResult.Completed completed:
                Complete(live, completed.Outcomes);
                break;
            case ActivityResult.Waiting waiting:
                live.State = waiting.State ?? live.State;
                Note(JournalEvent.Suspended, live);
                break;
            case ActivityResult.Scheduling scheduling:
                live.State = scheduling.State ?? live.State;
                queue.AddRange(
                    scheduling.Start.Select(c => new WorkItem.Run(c.Node.NodeId, live.Id, false, c.Variables))
                );
                break;
            case ActivityResult.Asking asking:
                live.State = asking.State ?? live.State;
                ask = new PendingAsk(NextId(), live.Id);
                question = new Effect.AskDomain(ask.AskId, live.Node.Id, asking.Command);
                break;
            case ActivityResult.Faulting faulting:
                throw new FaultException(faulting.Code, faulting.Message);
            case ActivityResult.FinishingInstance:
                Finish(live);
                break;
            case ActivityResult.CompletingWorkflow completing:
                CompleteWorkflow(live, completing.Outcomes);
                break;
        }
    }

    private void Apply(Live live, Change change)
    {
        switch (change)
        {
            case Change.PutOut put:
                PutOut(live, put.Output, put.Value);
                break;
            case Change.SetVariable set:
                Assign(live, set.VariableId, set.Value);
                break;
            case Change.SetWorkflowOutput set:
                SetOutput(live, set.Name, set.Value);
                break;
            case Change.SetName set:
                Name = set.Name;
                break;
            case Change.SetCorrelation set:
                CorrelationId = set.CorrelationId;
                break;
            case Change.OpenTask open:
                OpenTask(live, open);
                break;
            case Change.CloseTask close:
                End<Wait.ForTask>(live, close.Key);
                break;
            case Change.StartTimer start:
                StartTimer(live, start);
                break;
            case Change.CancelTimer cancel:
                End<Wait.ForTimer>(live, cancel.Key);
                break;
            case Change.WaitForEvent listen:
                Listen(live, listen);
                break;
            case Change.Remind remind when Find<Wait.ForTask>(live, remind.Key) is { } task:
                effects.Add(new Effect.RemindTask(task.Id));
                break;
            case Change.Escalate escalate when Find<Wait.ForTask>(live, escalate.Key) is { } task:
                effects.Add(new Effect.EscalateTask(task.Id, escalate.Role));
                break;
            case Change.Publish publish:
                effects.Add(
                    new Effect.PublishEvent(publish.Name, publish.Payload, publish.Local, publish.CorrelationId)
                );
                break;
            case Change.StartChild start:
                StartChild(live, start);
                break;
            case Change.Call call:
                var callId = NextId();
                waits.Add(new Wait.ForCall(callId, live.Id, live.Node.NodeId, call.Key, call.Request.Url));
                effects.Add(new Effect.Call(callId, live.Node.Id, call.Request));
                break;
            case Change.SendMail mail:
                effects.Add(new Effect.SendMail(NextId(), mail.To, mail.Subject, mail.Html));
                break;
            case Change.WriteLine line:
                effects.Add(new Effect.WriteLine(line.Text));
                break;
            case Change.BreakLoop:
                Break(live);
                break;
            case Change.CancelChildren:
                queue.RemoveAll(item => item is WorkItem.Run run && run.OwnerId == live.Id);
                CancelChildren(live);
                break;
            case Change.CancelAncestors:
                CancelAncestors(live);
                break;
        }
    }

    private void PutOut(Live live, string name, object? value)
    {
        var outputs = register.TryGet(live.Node.NodeId, out var earlier) ? earlier!.ToDictionary() : [];
        outputs[name] = value;
        register.Set(live.Node.NodeId, outputs);
        if (name == live.Activity.MainOutput)
        {
            LastResult = value;
        }
        if (live.Node.Output(name) is { } binding)
        {
            Bind(live.Outside, binding.Target, value);
        }
    }

    /// <summary>
    /// To the variable of that id, or else to the workflow output of that name, whichever is nearest. As in Elsa an output arrives as it
    /// is; only SetVariable and scripts convert.
    /// </summary>
    private void Bind(Live? live, string target, object? value)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (WithId(at.Node.Variables, target) is not null)
            {
                at.Variables.Set(target, value);
                return;
            }
            if (Yields(at, target))
            {
                SetOutput(at, target, value);
                return;
            }
        }
        if (WithId(Definition.Variables, target) is not null)
        {
            variables.Set(target, value);
            return;
        }
        // Publishing refuses a name that nothing has. In a trial it is what Elsa takes it for: a place that nobody reads.
        if (Definition.Outputs.Any(o => o.Name == target))
        {
            output.Set(target, value);
        }
    }

    /// <summary>Of the nearest used workflow that has such an output, or else of the whole one, declared or not.</summary>
    private void SetOutput(Live live, string name, object? value)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (Yields(at, name))
            {
                at.Dynamic.Set(name, value);
                PutOut(at, JsonNames.CamelCase(name), value);
                return;
            }
        }
        output.Set(name, value);
    }

    private static bool Yields(Live live, string output) =>
        live.Node.Workflow is { } workflow && workflow.Outputs.Any(o => o.Name == output);

    /// <summary>Marks the loop around, and the sequences on the way, so that they end after the current pass.</summary>
    private static void Break(Live live)
    {
        for (var around = live.Owner; around is not null; around = around.Owner)
        {
            around.Breaking = true;
            if (around.Activity.IsLoop)
            {
                return;
            }
        }
    }
}
