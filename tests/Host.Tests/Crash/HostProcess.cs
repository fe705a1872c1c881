using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>CaseFlow as a process of its own that can be killed and started again on the same data.</summary>
public sealed partial class HostProcess : ISite, IAsyncDisposable
{
    private static readonly string Folder = AppContext.BaseDirectory;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("caseflow-crash-");
    private readonly int _port = FreePort();
    private Process? _process;
    private TimeSpan _ahead;

    /// <summary>Further environment variables, such as another database.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    public string DataDirectory => _data.FullName;
    public PolicyLibrary Library { get; } = PolicyLibrary.Load(Path.Combine(Folder, "workflow-definitions"));
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + _ahead;

    public HttpClient CreateClient() => new() { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };

    /// <summary>Starts it and waits until it says that it has; what it logs besides is thrown away.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "CaseFlow.Host.dll")])
        {
            WorkingDirectory = DataDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}";
        start.Environment["CaseFlow__DataDirectory"] = DataDirectory;
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        var errors = new StringBuilder();
        var started = new TaskCompletionSource();
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
                started.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.Exited += (_, _) =>
            started.TrySetException(new InvalidOperationException($"The host ended at start: {errors}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await started.Task.WaitAsync(TimeSpan.FromMinutes(3));
    }

    /// <summary>As <c>kill -9</c>: no warning, no farewell.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task AdvanceAsync(TimeSpan by)
    {
        using var http = CreateClient();
        (await http.PostAsJsonAsync("/dev/clock", new { advance = by.ToString("c") })).EnsureSuccessStatusCode();
        _ahead += by;
    }

    /// <summary>The newest code among the messages that were written for the case's member.</summary>
    public async Task<string> CodeAsync(string caseNumber)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var folder = Directory.CreateDirectory(MailFolder).FullName;
            var codes = Directory.EnumerateFiles(folder, "sign-code-*.eml").OrderDescending(StringComparer.Ordinal);
            foreach (var file in codes)
                if (
                    Decoded(await File.ReadAllTextAsync(file, patience.Token)) is var text
                    && text.Contains(caseNumber, StringComparison.Ordinal)
                )
                    return CaseFlowServer
                        .SixDigits()
                        .Match(text.Replace(caseNumber, "", StringComparison.Ordinal))
                        .Value;
            // The other process writes it in its own time.
            await Task.Delay(10, patience.Token);
        }
    }

    public string MailFolder => Path.Combine(DataDirectory, "mail");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>The parts of a message that are Base64, which is how the framework writes Arabic.</summary>
    private static string Decoded(string mail) =>
        string.Concat(
            Base64Part().Matches(mail).Select(m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Value)))
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(?<=\r?\n\r?\n)(?:[A-Za-z0-9+/=]{4,76}\r?\n)+")]
    private static partial Regex Base64Part();
}
