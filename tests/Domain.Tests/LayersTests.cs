using System.Text.RegularExpressions;

namespace CaseFlow.Domain.Tests;

/// <summary>Dependencies point one way: Domain, then Workflows, then Host.</summary>
public sealed partial class LayersTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void The_domain_uses_nothing_but_the_base_library() =>
        Assert.All(
            typeof(Refusal).Assembly.GetReferencedAssemblies(),
            a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Workflows", "Domain")]
    [InlineData("Host", "Domain Workflows")]
    public void Each_project_refers_only_to_those_below_it(string project, string below)
    {
        var text = File.ReadAllText(Path.Combine(Root, "src", project, $"{project}.csproj"));
        var referred = References().Matches(text).Select(m => Path.GetFileNameWithoutExtension(m.Groups[1].Value));

        Assert.Empty(referred.Except(below.Split(' ')));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Workflows")]
    public void The_two_libraries_bring_no_package(string project) =>
        Assert.DoesNotContain(
            "PackageReference",
            File.ReadAllText(Path.Combine(Root, "src", project, $"{project}.csproj")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Domain", "CaseFlow.Workflows")]
    [InlineData("Domain", "CaseFlow.Host")]
    [InlineData("Workflows", "CaseFlow.Host")]
    public void No_file_names_a_layer_above_its_own(string project, string above) =>
        Assert.DoesNotContain(
            Sources(project),
            file => Regex.IsMatch(File.ReadAllText(file), $@"\b{Regex.Escape(above)}\b")
        );

    [Theory]
    [InlineData("Domain")]
    [InlineData("Workflows")]
    public void The_two_libraries_read_no_clock_of_their_own(string project) =>
        Assert.DoesNotContain(
            Sources(project),
            file => OwnClock().IsMatch(Texts().Replace(File.ReadAllText(file), ""))
        );

    private static List<string> Sources(string project)
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    internal static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CaseFlow.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex References();

    // What a message says is no use of a clock.
    [GeneratedRegex(
        """
            "(\\.|[^"\\\n])*"
            """
    )]
    private static partial Regex Texts();

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|TimeProvider\.System|Stopwatch|Environment\.TickCount|Guid\.NewGuid|\bRandom\.Shared|new Random\b"
    )]
    private static partial Regex OwnClock();
}
