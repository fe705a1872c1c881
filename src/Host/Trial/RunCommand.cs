using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;

namespace CaseFlow.Host.Trial;

/// <summary>
/// <c>run FILE.json</c>: runs a definition in memory and in virtual time. Nothing of the server is touched: no database, no port, no data
/// folder.
/// </summary>
public static class RunCommand
{
    public const string Usage = """
        Usage: run FILE.json [--input JSON] [--event NAME[=JSON]]... [--task NAME[:OUTCOME][=JSON]]... [--extra FILE.json]... [--calendar FILE.json]... [--json]

        Runs a workflow definition in memory and in virtual time, also one that publishing would refuse, as far as it goes.

          --input JSON                 workflow inputs, an object: --input '{"Amount": 5}'
          --event NAME[=JSON]          an event, delivered as soon as something waits for it; may be repeated
          --task NAME[:OUTCOME][=JSON] completes a task by its name or its activity's id or name; without outcome by its first
          --extra FILE.json            a definition that the first one calls; may be repeated
          --calendar FILE.json         a calendar of work that tasks name, read by the clock of Riyadh; may be repeated
          --json                       one object with lines, status, subStatus, outputs, waits, incidents

        Events and tasks come in the order given: the first that something waits for goes next, the others keep their places. When
        nothing is waited for that was given, time jumps to the next timer.

        Exit code: 0 finished, or waiting for something that was not given; 1 an incident; 2 the run could not begin.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        if (args.Any(a => a is "--help" or "-h"))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }
        try
        {
            var asked = RunArguments.Parse(args);
            var plan = new TrialPlan(await ReadAsync(asked.File), clock.GetUtcNow())
            {
                Others = [.. await Task.WhenAll(asked.Extra.Select(ReadAsync))],
                Input = asked.Input,
                News = asked.News,
                Times = await TimesAsync(asked.Calendars),
            };
            var result = await Workflows.Simulation.Trial.RunAsync(new WorkflowEngine(ActivityCatalogue.All), plan);
            await output.WriteLineAsync(asked.Json ? RunReport.Json(result) : RunReport.Text(result));
            foreach (var unused in result.Unused)
                await errors.WriteLineAsync(RunReport.Unused(unused));
            return result.Incidents.Count == 0 ? 0 : 1;
        }
        catch (RunRefusedException no)
        {
            await errors.WriteLineAsync(no.Message);
            return 2;
        }
    }

    private static async Task<WorkflowDefinition> ReadAsync(string file)
    {
        var content = await ContentAsync(file);
        if (DefinitionReader.TryRead(content, out var definition, out var problems))
            return definition;
        var first = problems.First(p => p.Severity == ProblemSeverity.Error);
        var place = first.Line > 0 ? $" (line {first.Line}, column {first.Column})" : "";
        throw new RunRefusedException($"The file {file} is no workflow definition: {first.Message}{place}");
    }

    private static async Task<WorkingTimes> TimesAsync(IReadOnlyList<string> files)
    {
        var calendars = await Task.WhenAll(files.Select(CalendarAsync));
        return calendars.GroupBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault(c => c.Count() > 1) is { } twice
            ? throw new RunRefusedException($"The calendar {twice.Key} is given twice.")
            : new WorkingTimes("Asia/Riyadh", calendars);
    }

    private static async Task<WorkingCalendar> CalendarAsync(string file)
    {
        var content = await ContentAsync(file);
        try
        {
            if (JsonSerializer.Deserialize<WorkingCalendar>(content, DomainJson.Options) is { } calendar)
                return calendar;
        }
        catch (JsonException error)
        {
            throw new RunRefusedException($"The file {file} is no calendar of work: {error.Message}");
        }
        throw new RunRefusedException($"The file {file} is no calendar of work.");
    }

    private static async Task<byte[]> ContentAsync(string file)
    {
        try
        {
            return await File.ReadAllBytesAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why =
                Directory.Exists(file) ? "is a folder"
                : File.Exists(file) ? "cannot be read"
                : "does not exist";
            throw new RunRefusedException($"The file {file} {why}.");
        }
    }
}

/// <summary>Why a run could not begin, in one sentence.</summary>
public sealed class RunRefusedException(string message) : Exception(message);
