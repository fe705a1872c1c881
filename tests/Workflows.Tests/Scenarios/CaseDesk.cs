using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Scenarios;

/// <summary>
/// The real case behind a procedure, stored and loaded at every question, with what the host adds: the committee's roster and the letter
/// desk.
/// </summary>
internal sealed class CaseDesk
{
    public static readonly PolicyParameters Policy = new(1, 14, 30, "Asia/Riyadh", 2, null, 90, 14);

    public static readonly Actor Applicant = new(
        "sara",
        "sara",
        "sara",
        new HashSet<string> { Role.Member },
        "party-1"
    );
    public static readonly Actor Officer = Story.Person("officer", Role.RelationsOfficer);
    public static readonly Actor Researcher = Story.Person("researcher", Role.SocialResearchOfficer);
    public static readonly Actor Provider = Story.Person("provider", Role.ServiceOfficer);
    public static readonly Actor Chair = Story.Person("chair", Role.CommitteeChair, Role.CommitteeMember);
    public static readonly Actor Second = Story.Person("second", Role.CommitteeMember);
    public static readonly Actor Third = Story.Person("third", Role.CommitteeMember);

    private static readonly Dictionary<string, LetterClass> Classes = new()
    {
        ["acknowledgement"] = LetterClass.Acknowledgement,
        ["withdrawal-acknowledgement"] = LetterClass.Acknowledgement,
        ["missing-items"] = LetterClass.InformationRequest,
        ["missing-items-reminder"] = LetterClass.Notice,
        ["clarification"] = LetterClass.Explanation,
        ["study-notice"] = LetterClass.StudyNotice,
        ["acceptance"] = LetterClass.DecisionAccept,
        ["rejection"] = LetterClass.DecisionReject,
        ["registration"] = LetterClass.Registration,
        ["service"] = LetterClass.Service,
        ["evaluation-invitation"] = LetterClass.Survey,
    };

    private readonly CaseContext context;
    private string file = "";
    private string before = "";
    private List<string> lettersBefore = [];

    public CaseDesk(DateTimeOffset now, bool complete = true)
    {
        context = Context();
        var evidence = complete ? new[] { Document("national-id"), Document("contract") } : [Document("national-id")];
        var opening = new CaseOpening("1448-0007", "party-1", "website", Facts(), evidence, Applicant);
        file = Case.Open(opening, context, now).File.ToJson();
    }

    public CaseFile File => CaseFile.FromJson(file);

    public List<string> Letters { get; private set; } = [];

    public IReadOnlyList<CommitteeSeat> Roster { get; set; } =
    [new("chair", "Chair", true), new("second", "Second", false), new("third", "Third", false)];

    public Case Case => new(File, context);

    public void Begin() => (before, lettersBefore) = (file, [.. Letters]);

    public void Undo() => (file, Letters) = (before, lettersBefore);

    public CaseAnswer Handle(CaseCommand command, DateTimeOffset now)
    {
        switch (command)
        {
            case OpenStudy:
                return Ask(new OpenStudy(Roster), now);
            case IssueLetter issue:
                Ask(new AuthorizeLetter(Classes[issue.Letter], issue.Letter, issue.PermitId), now);
                Letters.Add(issue.Letter);
                return new LetterIssued($"letter-{Letters.Count}", $"1448/{Letters.Count}");
            default:
                return Ask(command, now);
        }
    }

    private CaseAnswer Ask(CaseCommand command, DateTimeOffset now)
    {
        var loaded = Case;
        var answer = loaded.Handle(command, now);
        file = loaded.File.ToJson();
        return answer;
    }

    public static EvidenceItem Document(string requirement) =>
        new(
            requirement,
            $"doc-{requirement}",
            $"{requirement}.pdf",
            "application/pdf",
            1000,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requirement))),
            null,
            new DateOnly(2030, 1, 1),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );

    public static Dictionary<string, object?> DocumentData(string requirement)
    {
        var document = Document(requirement);
        return new()
        {
            ["requirement"] = requirement,
            ["documentId"] = document.DocumentId,
            ["fileName"] = document.FileName,
            ["contentType"] = document.ContentType,
            ["size"] = document.Size,
            ["sha256"] = document.Sha256,
            ["validUntil"] = "2030-01-01",
            ["uploadedAt"] = "2026-01-01T00:00:00Z",
        };
    }

    private static Dictionary<string, object?> Facts() => new() { ["nationalId"] = "1000000008", ["rent"] = "2500" };

    private static CaseContext Context()
    {
        var service = new ServiceDefinition(
            "rent-support",
            1,
            Text("rent support"),
            Text("helps with the rent"),
            "member-service-request",
            "P46",
            true,
            null,
            Text("thirty days"),
            "rent-support",
            [
                new EvidenceRequirement(
                    "national-id",
                    Text("id"),
                    Validity: new Validity(ValidityKind.ValidUntil),
                    Proves: ["nationalId"]
                ),
                new EvidenceRequirement("contract", Text("contract"), Proves: ["rent"]),
            ],
            [new ChecklistItem("account", Text("account"))]
        );
        var form = new FormDefinition(
            "rent-support",
            1,
            Text("rent support"),
            "P52",
            [
                new FormField("nationalId", FieldType.NationalId, Text("id"), Required: true),
                new FormField("rent", FieldType.Money, Text("rent"), Required: true),
            ]
        );
        return new CaseContext(
            service,
            form,
            Policy,
            new Declaration("2026-1", Text("declaration")),
            [new Clause("P58", Text("procedure"), Text("study"))]
        );
    }

    private static LocalText Text(string text) => new(text, text);
}
