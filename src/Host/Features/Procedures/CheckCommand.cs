using System.Globalization;
using CaseFlow.Host.Catalogue;
using CaseFlow.Workflows.Definitions;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// <c>check PATH</c>: what the gate would say of a policy folder, a folder of definitions or one file, from a shell. It needs no
/// database and touches nothing.
/// </summary>
public static class CheckCommand
{
    private const string Usage = "Usage: check FOLDER|FILE.json";

    /// <returns>0 when nothing forbids publishing, 1 when something does, 2 when there is nothing to check.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var path] || path.StartsWith('-'))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full) && !File.Exists(full))
        {
            await errors.WriteLineAsync($"There is no file or folder {full}.");
            return 2;
        }
        var check = FolderCheck.Of(full, Path.Combine(AppContext.BaseDirectory, "workflow-definitions"));
        if (check.Files == 0)
        {
            await errors.WriteLineAsync($"There is no definition in {full}.");
            return 2;
        }
        await WriteAsync(check, output);
        return check.Problems.Any(IsError) ? 1 : 0;
    }

    private static async Task WriteAsync(FolderCheck check, TextWriter output)
    {
        var text = new FindingText(Sentences());
        foreach (var file in check.Problems.GroupBy(p => p.File).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(file.Key);
            foreach (var problem in file)
            {
                var place = problem.Line > 0 ? $" ({problem.Line}:{problem.Column})" : "";
                var severity = IsError(problem) ? "error" : "warning";
                await output.WriteLineAsync($"  {severity} {problem.Place ?? "-"}{place} {problem.Code}");
                await output.WriteLineAsync($"    {In("ar", () => text.Sentence(problem))}");
                await output.WriteLineAsync($"    {In("en", () => text.Sentence(problem))}");
                await output.WriteLineAsync($"    {problem.Message}");
            }
        }
        var found = check.Problems.Count(IsError);
        await output.WriteLineAsync(
            $"{check.Files} files checked: {found} errors, {check.Problems.Count - found} warnings"
        );
    }

    private static bool IsError(FolderProblem problem) => problem.Severity == ProblemSeverity.Error;

    private static StringLocalizer<Findings> Sentences()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new LocalizationOptions());
        return new StringLocalizer<Findings>(
            new ResourceManagerStringLocalizerFactory(
                options,
                Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance
            )
        );
    }

    private static string In(string language, Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
