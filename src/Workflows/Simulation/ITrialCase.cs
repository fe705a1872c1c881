using CaseFlow.Domain.Cases;

namespace CaseFlow.Workflows.Simulation;

/// <summary>A case in memory, so that the rules speak in a trial run as they do in a real one.</summary>
public interface ITrialCase
{
    /// <summary>Answers a question of the procedure.</summary>
    /// <exception cref="Domain.RefusalException">The rules say no.</exception>
    CaseAnswer Answer(CaseCommand command, DateTimeOffset now);

    /// <summary>The burst succeeded: what was answered in it holds.</summary>
    void Keep();

    /// <summary>The burst failed: the case is again as it was before it.</summary>
    void Undo();
}
