using CaseFlow.Domain.Letters;
using static CaseFlow.Workflows.Letters.LetterFieldKind;

namespace CaseFlow.Workflows.Letters;

/// <summary>The fields that letters may mention, by class. A name with a question mark may be null.</summary>
/// <remarks>
/// A decision is to be seen by the two decision classes only: a template of another class cannot even name it, so no
/// letter that leaves before the floor of P59 can carry the outcome.
/// </remarks>
public static class LetterFields
{
    private static readonly LetterField Society = Group(
        "society",
        Texts("name", "phone", "email", "address?", "website?")
    );

    private static readonly LetterField Member = Group("member", Texts("name", "title?", "number?"));

    private static readonly LetterField Case = Group(
        "case",
        [.. Texts("number", "service"), One("submittedAt?", Moment), Many("summary", Texts("label", "value"))]
    );

    private static readonly LetterField Letter = LetterWith(One("objection?", Markup));

    private static readonly LetterField LetterOfRejection = LetterWith(One("objection", Markup));

    private static readonly LetterField Portal = Group("portal", Texts("url"));

    private static readonly LetterField Missing = Many("missing", Texts("label", "reason?"));

    private static readonly LetterField Clarification = Group("clarification", Texts("question", "answer"));

    private static readonly LetterField Study = Group(
        "study",
        [
            One("referredAt", Moment),
            One("explainedAt", Moment),
            One("earliestReplyAt", Moment),
            One("targetAt?", Moment),
        ]
    );

    private static readonly LetterField Decision = Group(
        "decision",
        [Many("reasons", Texts("text", "clause")), One("decidedAt", Moment), .. Texts("conditions?")]
    );

    private static readonly LetterField Registration = Group("registration", [.. Texts("number"), One("date", Moment)]);

    private static readonly LetterField Service = Group(
        "service",
        [One("deliveredAt?", Moment), .. Texts("provider?", "proof?")]
    );

    private static readonly LetterField Evaluation = Group("evaluation", Texts("url"));

    private static readonly LetterField Withdrawal = Group("withdrawal", [One("at?", Moment)]);

    private static readonly LetterField Cancellation = Group("cancellation", Texts("reason?"));

    private static readonly LetterField Code = Group("code", [.. Texts("value"), One("minutes", Number)]);

    private static readonly LetterField Task = Group("task", [.. Texts("title"), One("dueAt?", Moment)]);

    /// <summary>What the layout sees besides society, member and letter: the page it is to fill.</summary>
    private static readonly LetterField Page = Group(
        "page",
        [.. Texts("language", "direction", "digits", "subject"), One("body", Markup)]
    );

    /// <summary>The fields of the shared layout.</summary>
    public static IReadOnlyList<LetterField> OfLayout { get; } = [Society, Member, Letter, Portal, Page];

    /// <summary>What the layout has to mention: without the body every letter would be an empty sheet.</summary>
    public static IReadOnlyList<string> MandatoryInLayout { get; } = ["page.body"];

    /// <summary>The fields of a letter of that class.</summary>
    public static IReadOnlyList<LetterField> Of(LetterClass letter) =>
        [
            Society,
            Member,
            Case,
            letter == LetterClass.DecisionReject ? LetterOfRejection : Letter,
            Portal,
            .. OwnOf(letter),
        ];

    /// <summary>Fields that a letter of that class has to mention in each language. Of alternatives, joined by a bar, one is enough.</summary>
    public static IReadOnlyList<string> MandatoryIn(LetterClass letter) =>
        letter switch
        {
            LetterClass.InformationRequest => ["missing[].label", "society.phone|society.email"],
            LetterClass.StudyNotice => ["study.earliestReplyAt"],
            LetterClass.DecisionAccept => ["decision.decidedAt", "society.phone|society.email"],
            LetterClass.DecisionReject =>
            [
                "decision.reasons[].text",
                "decision.reasons[].clause",
                "letter.objection",
                "society.phone|society.email",
            ],
            LetterClass.Registration => ["registration.number"],
            LetterClass.Survey => ["evaluation.url"],
            _ => [],
        };

    private static LetterField[] OwnOf(LetterClass letter) =>
        letter switch
        {
            LetterClass.Acknowledgement => [Withdrawal, Cancellation],
            LetterClass.InformationRequest => [Missing],
            LetterClass.Explanation => [Clarification],
            LetterClass.StudyNotice => [Study],
            LetterClass.DecisionAccept or LetterClass.DecisionReject => [Study, Decision],
            LetterClass.Registration => [Registration],
            LetterClass.Service => [Service],
            LetterClass.Survey => [Evaluation],
            LetterClass.Notice => [Code, Task],
            _ => [],
        };

    /// <summary>Clause and objection come from the template's own metadata; number and date from the register, which notices are not in.</summary>
    private static LetterField LetterWith(LetterField objection) =>
        Group("letter", [.. Texts("number?"), One("date", Moment), .. Texts("clause"), objection]);

    private static LetterField Group(string name, IReadOnlyList<LetterField> fields) =>
        new(name, LetterFieldKind.Group, true, fields);

    private static LetterField Many(string name, IReadOnlyList<LetterField> fields) => new(name, List, true, fields);

    private static LetterField One(string name, LetterFieldKind kind) =>
        new(name.TrimEnd('?'), kind, !name.EndsWith('?'), []);

    private static LetterField[] Texts(params string[] names) => [.. names.Select(name => One(name, Text))];
}
