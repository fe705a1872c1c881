using CaseFlow.Domain;
using CaseFlow.Host.Timers;

namespace CaseFlow.Host.Walkthrough;

/// <summary>
/// <c>walkthrough [--reject] [--out DIR]</c>: one request through all seven steps on the real stack (database file,
/// timers, letters) in virtual time. Exit code 0 only if everything went as the policy says.
/// </summary>
public static class WalkthroughCommand
{
    private const string Usage = "Usage: walkthrough [--reject] [--out DIR]";

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (!TryParse(args, out var reject, out var folder))
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }
        var data = Directory.CreateTempSubdirectory("caseflow-walkthrough-");
        try
        {
            var clock = new VirtualClock(TimeProvider.System.GetUtcNow());
            await using var app = CaseFlowApp.Build(
                [],
                builder =>
                {
                    builder.Environment.EnvironmentName = Environments.Development;
                    builder.Configuration["CaseFlow:DataDirectory"] = data.FullName;
                    builder.Configuration["CaseFlow:Schedule"] = "false";
                    builder.Configuration["Mail:Host"] = null;
                    builder.Logging.SetMinimumLevel(LogLevel.Error);
                    builder.Services.AddSingleton<TimeProvider>(clock);
                }
            );
            await CaseFlowApp.PrepareAsync(app);
            var stage = new Stage(app.Services, clock, output);
            await new SevenSteps(stage, reject).PlayAsync();
            await LetterFiles.WriteAsync(app.Services, folder ?? "walkthrough-letters", output);
            return 0;
        }
        catch (DeviationException deviation)
        {
            await output.WriteLineAsync($"DEVIATION: {deviation.Message}");
            return 1;
        }
        catch (RefusalException refusal)
        {
            await output.WriteLineAsync($"DEVIATION: refused with {refusal.Refusal.Code} ({refusal.Refusal.Clause})");
            return 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    private static bool TryParse(string[] args, out bool reject, out string? folder)
    {
        (reject, folder) = (false, null);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--reject")
                reject = true;
            else if (args[i] == "--out" && i + 1 < args.Length)
                folder = args[++i];
            else
                return false;
        }
        return true;
    }
}

/// <summary>Something did not happen as the policy says.</summary>
public sealed class DeviationException(string message) : Exception(message);
