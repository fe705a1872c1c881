using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Scenarios.MemberServiceRequest;

/// <summary>The shipped procedure, played with the real case. Each verb does one step as its person would.</summary>
internal sealed class Journey
{
    public static readonly WorkflowDefinition Procedure = Shipped("member-service-request");

    public Journey(bool complete = true)
    {
        Story = new Story(Procedure)
        {
            Domain = (command, now) => Desk!.Handle(command, now),
            Begin = () => Desk!.Begin(),
            Undo = () => Desk!.Undo(),
        };
        Desk = new CaseDesk(Story.Now, complete);
        Story.Start(("Policy", CaseDesk.Policy.ToPlain()));
    }

    public Story Story { get; }

    public CaseDesk Desk { get; }

    public CaseStatus CaseStatus => Desk.File.Status;

    public static Journey UntilGate(string choice)
    {
        var journey = new Journey().Receive().Match().Sign().Explain();
        journey.Vote(CaseDesk.Chair, choice).Vote(CaseDesk.Second, choice).Vote(CaseDesk.Third, choice);
        return journey.Decide(choice);
    }

    public static Journey UntilServed() => UntilGate("accept").Days(14).Register().Provide();

    public Journey Receive() => Do("receive", "Done", CaseDesk.Officer, ("channel", "interview"));

    public Journey Supply() =>
        Do(
            "supply-items",
            "Supplied",
            CaseDesk.Applicant,
            ("evidence", new List<object?> { CaseDesk.DocumentData("contract") })
        );

    public Journey Match() =>
        Do(
            "match-evidence",
            "Matched",
            CaseDesk.Officer,
            ("matches", new List<object?> { Matching("nationalId", "national-id"), Matching("rent", "contract") }),
            ("attested", true)
        );

    public Journey ReportMissing() =>
        Do("match-evidence", "ItemsMissing", CaseDesk.Officer, ("missing", MissingItems("contract")));

    public Journey Sign() =>
        Do(
            "sign-declaration",
            "Signed",
            CaseDesk.Applicant,
            ("method", "otp"),
            ("declarationVersion", "2026-1"),
            ("language", "ar"),
            ("contentHash", Desk.Case.ContentHash())
        );

    public Journey Correct(string rent) =>
        Do(
            "sign-declaration",
            "Corrected",
            CaseDesk.Applicant,
            ("facts", new Dictionary<string, object?> { ["rent"] = rent })
        );

    public Journey Explain() =>
        Do("explain-study", "Done", CaseDesk.Officer, ("channel", "interview"), ("acknowledged", true));

    public Journey Vote(Actor by, string choice)
    {
        var task = Story.Tasks.Single(t => t.Assignee == by.UserId);
        Story.Complete(task, "Voted", Data(("choice", choice), ("note", $"note of {by.UserId}")), by);
        return this;
    }

    public Journey Recuse(Actor by)
    {
        var task = Story.Tasks.Single(t => t.Assignee == by.UserId);
        Story.Complete(task, "Recused", Data(("reason", "a relative")), by);
        return this;
    }

    public Journey Decide(string decision, Actor? by = null) =>
        Decide("Decided", by, ("decision", decision), ("reasons", Reasons));

    public Journey Decide(string outcome, Actor? by, params (string Name, object? Value)[] data)
    {
        var task = Story.Tasks.Single(t => t.Kind == "CaseFlow.CommitteeStudy.Decide");
        Story.Complete(task, outcome, Data(data), by ?? CaseDesk.Chair);
        return this;
    }

    public Journey Register() =>
        Do("complete-registration", "Done", CaseDesk.Provider, ("checklist", new List<object?> { "account" }));

    public Journey Provide() =>
        Do(
            "provide-service",
            "Done",
            CaseDesk.Provider,
            ("provider", "contractor"),
            ("deliveredOn", $"{Story.Now:yyyy-MM-dd}"),
            ("proof", new List<object?> { CaseDesk.DocumentData("proof") })
        );

    public Journey Confirm(bool received = true) =>
        Do("confirm-service", received ? "Confirmed" : "NotReceived", CaseDesk.Applicant, ("comment", "thanks"));

    public Journey Withdraw()
    {
        Story.Raise("Withdrawal", Data(("reason", "moved away")), CaseDesk.Applicant);
        return this;
    }

    public Journey Days(int days)
    {
        Story.WaitDays(days);
        return this;
    }

    public Journey Do(string activityId, string outcome, Actor by, params (string Name, object? Value)[] data)
    {
        Story.Complete(activityId, outcome, Data(data), by);
        return this;
    }

    /// <summary>What is open, by activity, tasks and timers alike.</summary>
    public string Open => string.Join(' ', Story.Tasks.Select(t => t.ActivityId).Distinct());

    public static List<object?> MissingItems(string key) =>
        [Data(("key", key), ("kind", "evidence"), ("note", "unclear"))];

    public static Dictionary<string, object?> Data(params (string Name, object? Value)[] data) =>
        data.ToDictionary(d => d.Name, d => d.Value);

    private static List<object?> Reasons => [Data(("clause", "P58"), ("text", "because"))];

    private static Dictionary<string, object?> Matching(string fact, string requirement) =>
        Data(("fact", fact), ("requirement", requirement), ("method", "original-seen"), ("result", "matches"));

    private static WorkflowDefinition Shipped(string name)
    {
        using var stream = typeof(Journey).Assembly.GetManifestResourceStream($"procedures/{name}.json")!;
        using var reader = new StreamReader(stream);
        Assert.True(DefinitionReader.TryRead(reader.ReadToEnd(), out var definition, out var problems));
        Assert.DoesNotContain(problems, p => p.Severity == ProblemSeverity.Error);
        return definition!;
    }
}
