namespace CaseFlow.Host.Catalogue;

/// <summary>The forms of the committee's tasks, which no procedure names: whatever the policy says else, it has these.</summary>
public static class CommitteeForms
{
    public const string Vote = "committee-vote";
    public const string Decision = "committee-decision";

    public static IReadOnlyList<string> All { get; } = [Vote, Decision];
}
