namespace CaseFlow.Host.Catalogue;

/// <summary>The files of a policy folder as texts, by path below it with forward slashes.</summary>
public static class PolicyFiles
{
    /// <summary>The folders that documents lie in. Procedures lie in the policy folder itself.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["letters", "forms", "services", "calendars", "policy"];

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path, "*.json"))
            Add(file);
        foreach (var folder in Folders.Select(f => Path.Combine(path, f)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(IsContent))
                Add(file);
        }
        return files;

        void Add(string file) => files[Path.GetRelativePath(path, file).Replace('\\', '/')] = File.ReadAllText(file);
    }

    private static bool IsContent(string file) => Path.GetExtension(file) is ".json" or ".liquid";
}
