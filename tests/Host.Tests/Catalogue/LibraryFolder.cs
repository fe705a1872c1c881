namespace CaseFlow.Host.Tests.Catalogue;

/// <summary>The shipped policy library, copied to a folder of its own so that a test may break one thing in it.</summary>
internal sealed class LibraryFolder : IDisposable
{
    public static string Shipped { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "workflow-definitions");

    public LibraryFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Full(System.IO.Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("caseflow-library-").FullName;

    /// <summary>Replaces a text that the file must contain.</summary>
    public LibraryFolder Edit(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Full(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(Full(file), text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    public LibraryFolder Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(file))!);
        File.WriteAllText(Full(file), text);
        return this;
    }

    public LibraryFolder Delete(string file)
    {
        File.Delete(Full(file));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Full(string file) => System.IO.Path.Combine(Path, file);
}
