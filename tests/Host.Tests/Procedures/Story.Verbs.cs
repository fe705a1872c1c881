using System.Globalization;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Tests.Procedures;

/// <content>What the persons do, in the words of the procedure.</content>
internal sealed partial class Story
{
    public Task Receive() =>
        Complete(
            "Receive",
            "Done",
            People.RelationsOfficer,
            ("channel", "interview"),
            ("inquiries", List(Map(("question", "متى يأتي الرد؟"), ("answer", "لا يصدر قبل أسبوعين."))))
        );

    /// <summary>The officer finds that every fact agrees with the documents at hand.</summary>
    public Task Match()
    {
        var matches = Case.UnmatchedFacts()
            .Select(fact =>
                Map(("fact", fact), ("requirement", ProofOf(fact)), ("method", "original-seen"), ("result", "matches"))
            );
        return Complete(
            "MatchEvidence",
            "Matched",
            People.RelationsOfficer,
            ("matches", List([.. matches])),
            ("validity", List()),
            ("attested", true)
        );
    }

    public Task ReportMissing(string requirement) =>
        Complete(
            "MatchEvidence",
            "ItemsMissing",
            People.RelationsOfficer,
            ("missing", List(Map(("key", requirement), ("kind", "evidence"), ("note", "الصورة غير واضحة"))))
        );

    public Task Supply(string requirement, string content = "second") =>
        Complete(
            "SupplyItems",
            "Supplied",
            People.Member,
            ("facts", Map()),
            ("evidence", List(Request.AsData(Request.Document(requirement, Now, content))))
        );

    public Task Sign() =>
        Complete(
            "SignDeclaration",
            "Signed",
            People.Member,
            ("contentHash", Case.ContentHash()),
            ("declarationVersion", Library.Declaration.Version),
            ("method", "otp"),
            ("language", "ar")
        );

    public Task Correct(string fact, object? value) =>
        Complete("SignDeclaration", "Corrected", People.Member, ("facts", Map((fact, value))), ("evidence", List()));

    public Task Explain() =>
        Complete("ExplainStudy", "Done", People.RelationsOfficer, ("channel", "phone"), ("acknowledged", true));

    public Task Vote(Actor by, string choice, params IReadOnlyDictionary<string, object?>[] reasons) =>
        Complete(
            Task("CommitteeStudy.Vote", by.UserId),
            "Voted",
            by,
            ("choice", choice),
            ("note", "درست الملف."),
            ("reasons", List(reasons))
        );

    public Task Decide(string decision, params IReadOnlyDictionary<string, object?>[] reasons) =>
        Complete(
            "CommitteeStudy.Decide",
            "Decided",
            People.Chair,
            ("decision", decision),
            ("reasons", List(reasons)),
            ("conditions", null)
        );

    public Task ReturnForItems(string requirement) =>
        Complete(
            "CommitteeStudy.Decide",
            "ReturnedForItems",
            People.Chair,
            ("missing", List(Map(("key", requirement), ("kind", "evidence"), ("note", "نسخة أحدث"))))
        );

    public Task Register() =>
        Complete(
            "CompleteRegistration",
            "Done",
            People.ServiceOfficer,
            (
                "checklist",
                (object)
                    Library.Services[Case.File.ServiceCode].RegistrationChecklist.Select(c => (object?)c.Key).ToList()
            )
        );

    public Task Provide() =>
        Complete(
            "ProvideService",
            "Done",
            People.ServiceOfficer,
            ("provider", "الإدارة المالية"),
            (
                "deliveredOn",
                DateOnly.FromDateTime(Now.AddHours(3).UtcDateTime).ToString("O", CultureInfo.InvariantCulture)
            ),
            ("proof", List(Request.AsData(Request.Document("proof", Now))))
        );

    public Task Confirm() => Complete("ConfirmService", "Confirmed", People.Member, ("comment", "شكراً لكم"));

    public Task DenyReceipt() =>
        Complete("ConfirmService", "NotReceived", People.Member, ("comment", "لم يصل التحويل"));

    public Task Override() =>
        Complete("OverrideConfirmation", "Done", People.RelationsOfficer, ("reason", "اتصلنا ثلاث مرات دون رد."));

    public Task Ask(string question) => Send("ClarificationRequested", People.Member, ("question", question));

    public Task Clarify() => Complete("Clarify", "Done", People.Researcher, ("answer", "يُصرف الدعم شهرياً."));

    public Task Withdraw() => Send("Withdrawal", People.Member, ("reason", "وجدت حلاً آخر"));

    public static Stimulus Withdrawal { get; } =
        new Stimulus.EventReceived("Withdrawal", Map(("reason", "وجدت حلاً آخر")), People.Member);

    public static IReadOnlyDictionary<string, object?> Reason { get; } =
        Map(("clause", "P46"), ("text", "الدخل أعلى من حد الدعم."));

    /// <summary>From the start until the committee has the request.</summary>
    public async Task UntilStudy()
    {
        await Receive();
        await Match();
        await Sign();
        await Explain();
    }

    /// <summary>The committee votes and decides alike; the decision is sealed.</summary>
    public async Task UntilDecided(string decision = "accept")
    {
        await UntilStudy();
        IReadOnlyDictionary<string, object?>[] reasons = decision == "reject" ? [Reason] : [];
        foreach (var member in People.Committee)
            await Vote(member, decision, reasons);
        await Decide(decision, reasons);
    }

    /// <summary>Until the service was provided and the member is asked.</summary>
    public async Task UntilProvided()
    {
        await UntilDecided();
        await PassDays(14);
        await Register();
        await Provide();
    }

    private string ProofOf(string fact) =>
        Library
            .Services[Case.File.ServiceCode]
            .Evidence.First(e => e.Proves.Contains(fact) && Case.File.Evidence.Any(d => d.Requirement == e.Key))
            .Key;

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] members) =>
        members.ToDictionary(m => m.Key, m => m.Value);

    private static List<object?> List(params IReadOnlyDictionary<string, object?>[] items) => [.. items];
}
