namespace CaseFlow.Workflows.Execution;

/// <summary>Type names of strategies in documents: an alias, or <c>Namespace.Name, Assembly</c>, with or without a prefix.</summary>
internal static class TypeName
{
    /// <summary>Whether a written name means the type of a short name.</summary>
    public static bool IsMeant(string? written, string name)
    {
        var type = written?.Split(',')[0].Trim() ?? "";
        return type.Split('.', ':', '+')[^1] == name;
    }
}
