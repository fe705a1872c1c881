namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>Where an activity stands in the tool box: our own by the step of the procedure, then what joins them, then the rest.</summary>
internal static class ActivityGroups
{
    public const string EveryStep = "every";
    public const string Path = "path";
    public const string Advanced = "advanced";

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["CaseFlow.Receive"] = "1",
        ["CaseFlow.CheckCompleteness"] = "2",
        ["CaseFlow.RequestMissingItems"] = "2",
        ["CaseFlow.SupplyItems"] = "2",
        ["CaseFlow.MatchEvidence"] = "2",
        ["CaseFlow.Clarify"] = "3",
        ["CaseFlow.SignDeclaration"] = "4",
        ["CaseFlow.ExplainStudy"] = "5",
        ["CaseFlow.ReferToCommittee"] = "5",
        ["CaseFlow.CommitteeStudy"] = "5",
        ["CaseFlow.StudyGate"] = "5",
        ["CaseFlow.CompleteRegistration"] = "6",
        ["CaseFlow.ProvideService"] = "7",
        ["CaseFlow.ConfirmService"] = "7",
        ["CaseFlow.OverrideConfirmation"] = "7",
        ["Elsa.Start"] = Path,
        ["Elsa.End"] = Path,
        ["Elsa.FlowDecision"] = Path,
        ["Elsa.FlowSwitch"] = Path,
        ["Elsa.FlowFork"] = Path,
        ["Elsa.FlowJoin"] = Path,
        ["Elsa.Delay"] = Path,
        ["Elsa.StartAt"] = Path,
        ["Elsa.Event"] = Path,
    };

    /// <summary>The groups in the order of the tool box, which Studio makes by their names: hence the number before each.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [EveryStep, "1", "2", "3", "4", "5", "6", "7", Path, Advanced];

    public static string Of(string type) =>
        Groups.TryGetValue(type, out var group) ? group
        : type.StartsWith("CaseFlow.", StringComparison.Ordinal) ? EveryStep
        : Advanced;
}
