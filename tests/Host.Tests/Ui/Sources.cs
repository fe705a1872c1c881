using System.Xml.Linq;

namespace CaseFlow.Host.Tests.Ui;

/// <summary>The host's source files, for rules about how pages, styles and texts are written.</summary>
internal static class Sources
{
    public static string Root { get; } = Find();

    /// <summary>Files of the host below a folder, by path below it.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string pattern, string folder = "")
    {
        var start = Path.Combine(Root, "src", "Host", folder);
        return Directory
            .EnumerateFiles(start, pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(start, f).Split(Path.DirectorySeparatorChar).Any(IsForeign))
            .Select(f => (Path.GetRelativePath(start, f), File.ReadAllText(f)));
    }

    /// <summary>Texts by key of a resource file.</summary>
    public static Dictionary<string, string> Resource(string text) =>
        XDocument
            .Parse(text)
            .Descendants("data")
            .ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);

    private static bool IsForeign(string folder) => folder is "bin" or "obj" or "node_modules";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the source tree.");
    }
}
