using CaseFlow.Host.Catalogue;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>What the gate says of files that are in no database.</summary>
/// <param name="Files">How many were looked at.</param>
/// <param name="Problems">All that is wrong with them.</param>
public sealed record FolderCheck(int Files, IReadOnlyList<FolderProblem> Problems)
{
    /// <summary>Checks a policy folder with all it holds, a folder of definitions, or one definition beside its neighbours.</summary>
    /// <param name="path">A folder or a file that exists.</param>
    /// <param name="shipped">The policy folder that gives roles, forms and letters to definitions that stand alone.</param>
    public static FolderCheck Of(string path, string shipped)
    {
        var isFile = File.Exists(path);
        var folder = isFile ? Path.GetDirectoryName(path)! : path;
        var isPolicy = File.Exists(Path.Combine(folder, "policy", "parameters.json"));
        var policy = PolicyFolder.Read(isPolicy ? folder : shipped);
        var all = Texts(folder, isPolicy ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories);
        var chosen = isFile ? all.Where(f => Path.Combine(folder, f.Key) == path) : all;
        IReadOnlyList<FolderProblem> around =
            isPolicy && !isFile
                ? [.. policy.Problems, .. policy.ProcedureProblems.Where(p => p.Code == "library.name-differs")]
                : [];
        var others = all.Values.Select(Read).OfType<WorkflowDefinition>().ToList();
        var found = chosen.SelectMany(f => Check(f.Key, f.Value, others, policy)).ToList();
        return new FolderCheck(chosen.Count(), [.. around, .. found]);
    }

    private static IEnumerable<FolderProblem> Check(
        string file,
        byte[] text,
        List<WorkflowDefinition> others,
        PolicyFolder policy
    )
    {
        if (!DefinitionReader.TryRead(text, out var definition, out var unreadable))
            return unreadable.Select(p => FolderProblem.Of(file, p));
        // Itself among the others is the object that was read with them, so that a circle is seen.
        var own = others.Find(o => o.DefinitionId == definition.DefinitionId && o.Id == definition.Id) ?? definition;
        return ProcedureGate
            .Check(own, others, ActivityCatalogue.All, policy.References, policy.Letters)
            .Problems.Select(p => FolderProblem.Of(file, p));
    }

    private static WorkflowDefinition? Read(byte[] text) =>
        DefinitionReader.TryRead(text, out var definition, out _) ? definition : null;

    private static SortedDictionary<string, byte[]> Texts(string folder, SearchOption depth)
    {
        var texts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", depth))
            texts[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        return texts;
    }
}
