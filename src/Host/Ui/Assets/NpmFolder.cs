using Microsoft.Extensions.FileProviders;

namespace CaseFlow.Host.Ui.Assets;

/// <summary>
/// Finds browser packages: in <c>npm</c> beside a published host, else in the project's node_modules, whose place the build
/// notes in <c>npm-folder.txt</c> beside the assembly. So it does not matter from which folder a host or a test is started.
/// </summary>
public static class NpmFolder
{
    private static readonly Lazy<string?> Root = new(FindRoot);

    /// <summary>Null when the host was built without browser assets; pages are then plain but complete.</summary>
    public static string? Path => Root.Value;

    /// <summary>The files of one folder of a package; none when the package is not there.</summary>
    public static IFileProvider Files(string package, string folder = "")
    {
        var path = Path is null ? null : System.IO.Path.Combine(Path, package, folder);
        return Directory.Exists(path) ? new PhysicalFileProvider(path) : new NullFileProvider();
    }

    /// <summary>The text of one file of a package; null when it is not there.</summary>
    public static string? ReadText(string package, string file)
    {
        var path = Path is null ? null : System.IO.Path.Combine(Path, package, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static string? FindRoot()
    {
        var published = System.IO.Path.Combine(AppContext.BaseDirectory, "npm");
        if (Directory.Exists(published))
        {
            return published;
        }

        var note = System.IO.Path.Combine(AppContext.BaseDirectory, "npm-folder.txt");
        var noted = File.Exists(note) ? File.ReadAllText(note).Trim() : null;
        return Directory.Exists(noted) ? noted : null;
    }
}
