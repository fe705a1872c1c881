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
                SetOutput(set.Name, set.Value);
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
                effects.Add(new Effect.PublishEvent(publish.Name, publish.Payload, publish.Local));
                break;
            case Change.WriteLine line:
                effects.Add(new Effect.WriteLine(line.Text));
                break;
            case Change.BreakLoop:
                Break(live);
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
        if (live.Node.Output(name) is not { } binding)
        {
            return;
        }
        // As in Elsa an output reaches its variable as it is; only SetVariable and scripts convert.
        if (VariablesWith(live, binding.Target) is { } bag)
        {
            bag.Set(binding.Target, value);
        }
        else
        {
            SetOutput(binding.Target, value);
        }
    }

    private void SetOutput(string name, object? value)
    {
        if (Definition.Outputs.All(o => o.Name != name))
        {
            throw new FaultException("output.unknown", $"The workflow has no variable in reach and no output {name}.");
        }
        output.Set(name, value);
    }

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
