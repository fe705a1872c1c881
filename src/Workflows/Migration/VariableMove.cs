using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Migration;

/// <summary>Carries the values of one scope's variables over to the scope's new declarations.</summary>
internal static class VariableMove
{
    public static IReadOnlyDictionary<string, object?> Carry(
        Scope scope,
        IReadOnlyDictionary<string, object?> values,
        MigrationPlan plan,
        Findings findings
    )
    {
        var carried = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (id, value) in values)
        {
            var before = scope.Before.FirstOrDefault(v => v.Id == id);
            var target = plan.Variables.GetValueOrDefault(id) is { Length: > 0 } named ? named : id;
            if (scope.After.FirstOrDefault(v => v.Id == target) is not { } after)
            {
                findings.Note(MigrationCodes.VariableLeft, scope.NodeId, before?.Name ?? id);
            }
            else if (before?.Type == after.Type)
            {
                carried[after.Id] = value;
            }
            else if (ValueConversion.TryConvert(value, after.Type, out var fitting, out _))
            {
                carried[after.Id] = fitting;
            }
            else
            {
                findings.Problem(MigrationCodes.VariableUnfit, scope.NodeId, after.Name);
            }
        }
        foreach (var added in scope.After.Where(v => !carried.ContainsKey(v.Id)))
        {
            carried[added.Id] = added.Default;
        }
        return carried;
    }
}

/// <summary>The workflow or a container: what it declared and what it declares.</summary>
internal sealed record Scope(
    string? NodeId,
    IReadOnlyList<VariableDefinition> Before,
    IReadOnlyList<VariableDefinition> After
);

/// <summary>Collects what a move comes upon, each thing once.</summary>
internal sealed class Findings
{
    private readonly OrderedDictionary<MigrationFinding, bool> problems = [];
    private readonly OrderedDictionary<MigrationFinding, bool> notes = [];

    public IReadOnlyList<MigrationFinding> Problems => [.. problems.Keys];

    public IReadOnlyList<MigrationFinding> Notes => [.. notes.Keys];

    public void Problem(string code, string? nodeId = null, string? detail = null) =>
        problems.TryAdd(new MigrationFinding(code, nodeId, detail), true);

    public void Note(string code, string? nodeId = null, string? detail = null) =>
        notes.TryAdd(new MigrationFinding(code, nodeId, detail), true);
}
