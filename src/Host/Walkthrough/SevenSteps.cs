using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Features.Signing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Walkthrough;

/// <summary>One request for rent support, from reception to its end. Every expectation that fails is a deviation.</summary>
internal sealed class SevenSteps(Stage stage, bool reject)
{
    private const string Service = "rent-support";
    private const string LateDocument = "income-proof";

    private static readonly Actor Member = Stage.Person("sara");
    private static readonly Actor Officer = Stage.Person("noura");
    private static readonly Actor Researcher = Stage.Person("huda");
    private static readonly Actor Chair = Stage.Person("abdulrahman");
    private static readonly Actor Latifa = Stage.Person("latifa");
    private static readonly Actor Majed = Stage.Person("majed");
    private static readonly Actor Provider = Stage.Person("turki");

    private string _case = "";

    public async Task PlayAsync()
    {
        await ReceptionAsync();
        await CompletenessAsync();
        await ClarificationAsync();
        await SignatureAsync();
        var earliest = await ReferralAsync();
        await StudyAsync();
        await ReplyAsync(earliest);
        if (reject)
        {
            await ExpectClosedAsync(CloseReason.Rejected);
            return;
        }
        await RegistrationAsync();
        await ServiceAsync();
        await ExpectClosedAsync(CloseReason.Served);
    }

    private async Task ReceptionAsync()
    {
        var service = stage.Use<PolicyLibrary>().Services[Service];
        var documents = new Dictionary<string, string>();
        foreach (var needed in SampleRequests.Evidence(service).Where(e => e.Key != LateDocument))
            documents[needed.Key] = await UploadAsync(needed.Key);
        var request = new SubmitRequest(
            Service,
            SampleRequests.Facts(Service),
            documents,
            "website",
            null,
            null,
            Member
        );
        _case = (await stage.SendAsync(request)).CaseNumber;
        await stage.TellAsync(1, Member, $"filed request {_case} for rent support, one document short", "P47");
        await ExpectLetterAsync(LetterClass.Acknowledgement, 1);

        await DoAsync(
            "CaseFlow.Receive",
            Officer,
            "Done",
            ("channel", "phone"),
            ("inquiries", List(Row(("question", "متى يصلني الرد؟"), ("answer", "بعد دراسة لا تقل عن أسبوعين."))))
        );
        await stage.TellAsync(1, Officer, "received the member and answered the question", "P49-P51");
    }

    private async Task CompletenessAsync()
    {
        await ExpectLetterAsync(LetterClass.InformationRequest, 1);
        await stage.TellAsync(2, null, "asked for the missing item in one message", "P52");
        await stage.PassAsync(TimeSpan.FromDays(5));
        await ExpectLetterAsync(LetterClass.InformationRequest, 2);
        await stage.TellAsync(2, null, "reminded the member of it after five days", "P52");

        var service = stage.Use<PolicyLibrary>().Services[Service];
        var late = Map((LateDocument, await UploadAsync(LateDocument)));
        await DoAsync("CaseFlow.SupplyItems", Member, "Supplied", ("facts", Map()), ("evidence", late));
        await stage.TellAsync(2, Member, "supplied the missing document; the case went on from its place", "P52");

        await DoAsync(
            "CaseFlow.MatchEvidence",
            Officer,
            "Matched",
            ("matches", Matching.Matches(service)),
            ("validity", Matching.Validity(service, stage.Now)),
            ("attested", true)
        );
        await stage.TellAsync(2, Officer, "matched each fact with its document, valid as at submission", "P53");
    }

    private async Task ClarificationAsync()
    {
        await stage.SendAsync(new AskForClarification(_case, "هل تُصرف المساهمة لي أم للمؤجر؟", Member));
        await DoAsync(
            "CaseFlow.Clarify",
            Researcher,
            "Done",
            ("answer", "تُصرف إلى حسابك، وإن رغبت صُرفت إلى المؤجر."),
            ("unclearPoint", "لمن تُصرف المساهمة")
        );
        await stage.TellAsync(3, Researcher, "explained to whom the support is paid; the case kept its place", "P54");
    }

    private async Task SignatureAsync()
    {
        var task = await stage.TaskAsync(_case, "CaseFlow.SignDeclaration", Member);
        await stage.SendAsync(new SendSignCode(task.Id, Member));
        var code = await stage.CodeFromMailAsync(_case);
        var hash = (await stage.CaseAsync(_case)).ContentHash();
        await DoAsync(
            "CaseFlow.SignDeclaration",
            Member,
            "Signed",
            ("code", code),
            ("contentHash", hash),
            ("language", "ar")
        );
        await stage.TellAsync(4, Member, "read the data back and signed the declaration", "P55-P56");
    }

    private async Task<DateTimeOffset> ReferralAsync()
    {
        await stage.PassAsync(TimeSpan.FromDays(1));
        await DoAsync("CaseFlow.ExplainStudy", Officer, "Done", ("channel", "phone"), ("acknowledged", true));
        var earliest =
            (await stage.CaseAsync(_case)).Period(stage.Now)?.EarliestReplyAt
            ?? throw new DeviationException("The case is not in study.");
        if (earliest != stage.Now + TimeSpan.FromDays(14))
            throw new DeviationException($"The earliest reply is {earliest:O}, not two weeks from now.");
        await ExpectLetterAsync(LetterClass.StudyNotice, 1);
        await stage.TellAsync(
            5,
            Officer,
            $"explained the study; raised to the committee; no reply before {CalendarDate.At(earliest)}",
            "P57-P58"
        );
        return earliest;
    }

    private async Task StudyAsync()
    {
        await stage.PassAsync(TimeSpan.FromDays(3));
        var choice = reject ? "reject" : "accept";
        var reasons = reject
            ? List(Row(("clause", "P46"), ("text", "الدخل يتجاوز حد الاستحقاق في دليل سياسة الدعم.")))
            : List();
        foreach (var voter in new[] { Latifa, Majed, Chair })
            await DoAsync(
                "CaseFlow.CommitteeStudy.Vote",
                voter,
                "Voted",
                ("choice", choice),
                ("note", "اطلعت على ملف الدراسة ومستنداته."),
                ("reasons", reasons)
            );
        await DoAsync("CaseFlow.CommitteeStudy.Decide", Chair, "Decided", ("decision", choice), ("reasons", reasons));
        await stage.TellAsync(5, Chair, "sealed the decision of the committee, three votes, quorum met", "P58");
    }

    private async Task ReplyAsync(DateTimeOffset earliest)
    {
        await stage.PassAsync(earliest - stage.Now - TimeSpan.FromSeconds(1));
        await ExpectNoDecisionLetterAsync();
        await stage.TellAsync(5, null, "held the reply back: one second is missing to two weeks", "P59");

        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await ExpectLetterAsync(reject ? LetterClass.DecisionReject : LetterClass.DecisionAccept, 1);
        await stage.TellAsync(
            5,
            null,
            reject
                ? "released the reply: rejection, with reasons and the right to object"
                : "released the reply: acceptance",
            "P59"
        );
        await stage.PassAsync(TimeSpan.FromDays(1));
        await ExpectLetterAsync(reject ? LetterClass.DecisionReject : LetterClass.DecisionAccept, 1);
    }

    private async Task RegistrationAsync()
    {
        var checklist = stage.Use<PolicyLibrary>().Services[Service].RegistrationChecklist;
        await DoAsync(
            "CaseFlow.CompleteRegistration",
            Provider,
            "Done",
            ("checklist", checklist.Select(c => (object?)c.Key).ToList())
        );
        await ExpectLetterAsync(LetterClass.Registration, 1);
        await stage.TellAsync(6, Provider, "completed the registration", "P60");
    }

    private async Task ServiceAsync()
    {
        await stage.PassAsync(TimeSpan.FromDays(2));
        var proof = Map(("transfer-receipt", await UploadAsync("transfer-receipt")));
        await DoAsync(
            "CaseFlow.ProvideService",
            Provider,
            "Done",
            ("provider", "إدارة الدعم"),
            ("deliveredOn", CalendarDate.At(stage.Now).ToString()),
            ("proof", proof)
        );
        await stage.TellAsync(7, Provider, "provided the service, with proof", "P61");
        await DoAsync("CaseFlow.ConfirmService", Member, "Confirmed", ("comment", "وصلتني، شكراً لكم."));
        await stage.TellAsync(7, Member, "confirmed that the service was received", "P61");
        await ExpectLetterAsync(LetterClass.Survey, 1);
        await stage.TellAsync(7, null, "invited the member to evaluate the service", "P30");
    }

    private Task DoAsync(string kind, Actor by, string outcome, params (string, object?)[] data) =>
        stage.CompleteAsync(_case, kind, by, outcome, Map(data));

    private async Task<string> UploadAsync(string name)
    {
        var upload = new UploadDocument(Member.PartyId!, null, $"{name}.pdf", SampleRequests.Pdf(name), Member);
        return (await stage.SendAsync(upload)).Id;
    }

    private async Task ExpectLetterAsync(LetterClass kind, int count)
    {
        var found = await stage.ReadAsync(db => db.Letters.CountAsync(l => l.CaseNumber == _case && l.Class == kind));
        if (found != count)
            throw new DeviationException($"There are {found} letters of class {kind}, not {count}.");
    }

    private async Task ExpectNoDecisionLetterAsync()
    {
        await ExpectLetterAsync(LetterClass.DecisionAccept, 0);
        await ExpectLetterAsync(LetterClass.DecisionReject, 0);
    }

    private async Task ExpectClosedAsync(CloseReason reason)
    {
        var closing = (await stage.CaseAsync(_case)).File.Closing;
        if (closing?.As != reason)
            throw new DeviationException($"The case ended as {closing?.As.ToString() ?? "not at all"}, not {reason}.");
    }

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] members) =>
        members.ToDictionary(m => m.Key, m => m.Value);

    private static Dictionary<string, object?> Row(params (string Key, object? Value)[] members) => Map(members);

    private static List<object?> List(params object?[] items) => [.. items];
}
