namespace CaseFlow.Workflows.Definitions;

/// <summary>Spelling of names in documents.</summary>
internal static class JsonNames
{
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
