using CaseFlow.Workflows.Activities.Cases;
using CaseFlow.Workflows.Activities.Children;
using CaseFlow.Workflows.Activities.Data;
using CaseFlow.Workflows.Activities.Flow;
using CaseFlow.Workflows.Activities.Http;
using CaseFlow.Workflows.Activities.Messages;
using CaseFlow.Workflows.Activities.Structure;
using CaseFlow.Workflows.Activities.Waiting;

namespace CaseFlow.Workflows.Activities;

/// <content>The list itself.</content>
public sealed partial class ActivityCatalogue
{
    /// <summary>Everything this product can run.</summary>
    public static ActivityCatalogue All { get; } =
        new([
            new Flowchart(),
            new Start(),
            new End(),
            new Finish(),
            new CompleteWorkflow(),
            new FlowDecision(),
            new FlowSwitch(),
            new FlowFork(),
            new FlowJoin(),
            new FlowNode(),
            new Sequence(),
            new Structure.Parallel(),
            new Fork(),
            new ParallelForEach(),
            new If(),
            new Switch(),
            new While(),
            new For(),
            new ForEach(),
            new Break(),
            new StateMachine(),
            new SetVariable(),
            new SetOutput(),
            new SetName(),
            new Correlate(),
            new WriteLine(),
            new Fault(),
            new RunJavaScript(),
            new Delay(),
            new StartAt(),
            new Waiting.Timer(),
            new Cron(),
            new Event(),
            new PublishEvent(),
            new SendEmail(),
            new FlowSendHttpRequest(),
            new SendHttpRequest(),
            new RunTask(),
            new DispatchWorkflow(),
            new ExecuteWorkflow(),
            new BulkDispatchWorkflows(),
            new HumanTaskActivity(),
            new ReceiveActivity(),
            new CheckCompletenessActivity(),
            new RequestMissingItemsActivity(),
            new SupplyItemsActivity(),
            new MatchEvidenceActivity(),
            new ClarifyActivity(),
            new SignDeclarationActivity(),
            new ExplainStudyActivity(),
            new ReferToCommitteeActivity(),
            new CommitteeStudyActivity(),
            new StudyGateActivity(),
            new SendLetterActivity(),
            new CompleteRegistrationActivity(),
            new ProvideServiceActivity(),
            new ConfirmServiceActivity(),
            new OverrideConfirmationActivity(),
            new InviteEvaluationActivity(),
            new RecordWithdrawalActivity(),
            new CloseCaseActivity(),
        ]);
}
