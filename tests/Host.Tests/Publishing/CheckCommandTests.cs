using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Tests.Catalogue;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>The gate from a shell.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("caseflow-check-");

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task The_shipped_folder_passes()
    {
        var (code, output) = await RunAsync(_folder.Path);

        Assert.Equal((0, true), (code, output.Contains(" 0 errors", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("forms/reception.json", "receive")]
    [InlineData("letters/acceptance.json", "acceptance-letter")]
    [InlineData("calendars/official.json", "provide-service")]
    public async Task What_a_step_names_must_exist(string missing, string activity)
    {
        _folder.Delete(missing);

        var (code, output) = await RunAsync(_folder.Path);

        Assert.Equal(1, code);
        Assert.Matches($"error {activity} .*reference.unknown", output);
    }

    [Fact]
    public async Task All_problems_come_at_once_with_file_activity_and_a_sentence_in_both_languages()
    {
        Write("one.json", Procedure.Of("one", "one", Procedure.Node("x", "Nobody.KnowsThis")));
        Write("two.json", "{ broken");

        var (code, output) = await RunAsync(_elsewhere.FullName);

        Assert.Equal(1, code);
        Assert.Contains("one.json", output, StringComparison.Ordinal);
        Assert.Contains("error x", output, StringComparison.Ordinal);
        Assert.Contains("لا يوجد هنا نوع نشاط", output, StringComparison.Ordinal);
        Assert.Contains("There is no activity type", output, StringComparison.Ordinal);
        Assert.Contains("json.broken", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_is_checked_alone_but_may_use_its_neighbours()
    {
        Write("child.json", Procedure.Saying("child", "one"));
        Write("parent.json", Procedure.Using("parent", "child"));
        Write("broken.json", "{");

        var (code, _) = await RunAsync(Path.Combine(_elsewhere.FullName, "parent.json"));

        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_circle_of_files_is_found()
    {
        Write("a.json", Procedure.Using("a", "b"));
        Write("b.json", Procedure.Using("b", "a"));

        var (code, output) = await RunAsync(_elsewhere.FullName);

        Assert.Equal(1, code);
        Assert.Contains("workflow.cycle", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_no_clean_result()
    {
        Assert.Equal(2, (await RunAsync(Path.Combine(_elsewhere.FullName, "nothing"))).Code);
        Assert.Equal(2, (await RunAsync(_elsewhere.FullName)).Code);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_elsewhere.FullName, file), text);

    private static async Task<(int Code, string Output)> RunAsync(string path)
    {
        await using var output = new StringWriter();
        var code = await CheckCommand.RunAsync([path], output, output);
        return (code, output.ToString());
    }
}
