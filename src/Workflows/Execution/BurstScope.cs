using System.Buffers.Binary;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Execution;

/// <summary>What an expression of one activity execution sees of a burst.</summary>
internal sealed class BurstScope(Burst burst, Live? live) : IExpressionScope
{
    public DateTimeOffset Now => burst.Now;

    public IEnumerable<string> VariableNames => burst.NamesInReach(live).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> InputNames => burst.InputsInReach(live).Distinct(StringComparer.Ordinal);

    public IEnumerable<(string Activity, string Output)> Outputs => burst.OutputsInReach(live);

    public object? LastResult => burst.LastResult;

    public WorkflowIdentity Identity =>
        new(burst.Definition.DefinitionId, burst.Definition.Id, burst.Definition.Version, burst.InstanceId);

    public string? CorrelationId
    {
        get => burst.CorrelationId;
        set => burst.CorrelationId = value;
    }

    public string? InstanceName
    {
        get => burst.Name;
        set => burst.Name = value;
    }

    public bool TryGetVariable(string name, out object? value) => burst.TryRead(live, name, out value);

    public bool TryGetVariableById(string id, out object? value) => burst.TryReadById(live, id, out value);

    public void SetVariable(string name, object? value) => burst.Write(live, name, value);

    public bool TryGetInput(string name, out object? value) => burst.TryInput(live, name, out value);

    public bool InputsComeFirst => Burst.InputsComeFirst(live);

    public void Spent(long steps) => burst.Spend(steps);

    public object? GetOutput(string activity, string? output) => burst.OutputOf(live, activity, output);

    public Guid NewGuid() => new(burst.NextBytes());

    public double NextRandom() => (BinaryPrimitives.ReadUInt64BigEndian(burst.NextBytes()) >> 11) * (1.0 / (1UL << 53));
}
