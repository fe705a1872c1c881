using System.Diagnostics;

namespace CaseFlow.Host.Tests.Startup;

/// <summary>One run of the built host to its end, from a folder that is not its own.</summary>
internal sealed class HostRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("caseflow-run-");

    public string Folder => _folder.FullName;
    public string DataDirectory => Path.Combine(_folder.FullName, "data");
    public string PolicyFolder => Path.Combine(_folder.FullName, "policy");

    /// <summary>Further environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A copy of the shipped policy folder, to damage.</summary>
    public void CopyPolicy()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "workflow-definitions");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(PolicyFolder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "CaseFlow.Host.dll"), .. args]
        )
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        if (Directory.Exists(PolicyFolder))
            start.Environment["CaseFlow__Definitions"] = PolicyFolder;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return (process.ExitCode, await output, await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
