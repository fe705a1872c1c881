using CaseFlow.Domain;
using CaseFlow.Domain.Policy;

namespace CaseFlow.Host.Catalogue;

/// <summary>The kinds of value that a parameter of the policy can have.</summary>
public enum ParameterKind
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A whole number of days.</summary>
    Days,

    /// <summary>A length of time.</summary>
    Hours,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>IANA name of a time zone.</summary>
    Zone,

    /// <summary>Key of a calendar.</summary>
    Calendar,
}

/// <summary>What one parameter of the policy may be, and what it is called where a document does not say.</summary>
/// <param name="Key">Name of the member of <see cref="PolicyParameters"/>, camel-case.</param>
/// <param name="Least">Smallest number.</param>
/// <param name="Most">Greatest number: beyond it a value is a slip of the pen.</param>
/// <param name="Optional">Whether the policy may leave it open.</param>
public sealed record ParameterRule(
    string Key,
    ParameterKind Kind,
    string Clause,
    LocalText Label,
    int Least = 0,
    int Most = 0,
    bool Optional = false
)
{
    /// <summary>All there are, in the order in which they are shown. The two weeks of P59 are the policy's own: never less.</summary>
    public static IReadOnlyList<ParameterRule> All { get; } =
    [
        new(
            "studyFloorDays",
            ParameterKind.Days,
            "P59",
            new("الحد الأدنى لمدة الدراسة (أيام)", "Least study period (days)"),
            PolicyParameters.LeastFloorDays,
            365
        ),
        new(
            "studyTargetDays",
            ParameterKind.Days,
            "P14",
            new("المدة المستهدفة للرد (أيام)", "Target for the reply (days)"),
            PolicyParameters.LeastFloorDays,
            730,
            Optional: true
        ),
        new("zone", ParameterKind.Zone, "P59", new("المنطقة الزمنية", "Time zone")),
        new(
            "releaseCalendar",
            ParameterKind.Calendar,
            "P59",
            new("تخرج الردود في ساعات عمل", "Replies leave in the working hours of"),
            Optional: true
        ),
        new(
            "quorumMinimum",
            ParameterKind.Count,
            "P58",
            new("نصاب لجنة البحث (أعضاء)", "Quorum of the research committee (members)"),
            1,
            15
        ),
        new(
            "minimumDeliberation",
            ParameterKind.Hours,
            "P58",
            new("أقل مدة للتداول قبل القرار", "Least deliberation before a decision"),
            0,
            24 * 90,
            Optional: true
        ),
        new(
            "evaluationWindowDays",
            ParameterKind.Days,
            "P25",
            new("أيام لا تتكرر فيها دعوة التقييم", "Days without a second invitation to evaluate"),
            0,
            3650
        ),
        new(
            "confirmationDays",
            ParameterKind.Days,
            "P61",
            new("مهلة تأكيد العضو (أيام)", "Time for the member to confirm (days)"),
            1,
            365
        ),
        new(
            "publishReason",
            ParameterKind.YesNo,
            "P11",
            new("سبب عند كل تعديل", "A reason with every amendment"),
            Optional: true
        ),
        new(
            "publishApprover",
            ParameterKind.YesNo,
            "P11",
            new("اعتماد مسؤول ثانٍ لكل تعديل", "A second administrator for every amendment"),
            Optional: true
        ),
    ];

    public static ParameterRule? Find(string key) => All.FirstOrDefault(r => r.Key == key);

    /// <summary>Whether its values are numbers within bounds.</summary>
    public bool IsNumber => Kind is ParameterKind.Count or ParameterKind.Days or ParameterKind.Hours;
}
