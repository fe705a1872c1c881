using System.Text.Json;
using CaseFlow.Host.Tests.Startup;
using CaseFlow.Host.Trial;

namespace CaseFlow.Host.Tests.Trial;

public sealed class RunCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("caseflow-trial-");

    public void Dispose() => _folder.Delete(recursive: true);

    private const string Approval = """
        { "definitionId": "approval", "id": "v1", "name": "Approval",
          "inputs": [{ "name": "Amount", "type": "Decimal" }], "outputs": [{ "name": "Decision", "type": "Object" }],
          "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
            { "id": "large", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "getAmount() > 1000" } } },
            { "id": "wait", "type": "Elsa.Delay", "timeSpan": "3.00:00:00" },
            { "id": "paid", "type": "Elsa.Event", "eventName": "Paid", "result": { "typeName": "Object", "memoryReference": { "id": "Decision" } } },
            { "id": "task", "type": "Elsa.RunTask", "taskName": "approve" } ] } }
        """;

    [Fact]
    public async Task A_run_tells_lines_status_outputs_and_waits()
    {
        var (code, output, errors) = await RunAsync(
            Write("a.json", Approval),
            "--input",
            """{"Amount": 5000}""",
            "--event",
            """Paid={"by":"سلمى"}"""
        );

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            """
            True
            Status: Running
            Sub-status: Suspended
            Output Decision: {"by":"سلمى"}
            Waits: task approve (Elsa.RunTask task)

            """,
            output
        );
    }

    [Fact]
    public async Task With_json_a_run_is_one_object()
    {
        var (code, output, _) = await RunAsync(
            Write("a.json", Approval),
            "--event",
            "Paid=1",
            "--task",
            "approve",
            "--json"
        );

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(
            ["lines", "status", "subStatus", "outputs", "waits", "incidents"],
            json.RootElement.EnumerateObject().Select(m => m.Name)
        );
        Assert.Equal("Finished", json.RootElement.GetProperty("subStatus").GetString());
        Assert.Equal("""{"Decision":1}""", JsonSerializer.Serialize(json.RootElement.GetProperty("outputs")));
    }

    [Fact]
    public async Task An_incident_makes_the_exit_code_1()
    {
        var file = Write(
            "f.json",
            """{"definitionId":"f","root":{"id":"f","type":"Elsa.Fault","message":"no luck"}}"""
        );

        var (code, output, _) = await RunAsync(file);

        Assert.Equal(1, code);
        Assert.Contains("Status: Finished\nSub-status: Faulted\nIncident: General/System: no luck", output);
    }

    [Fact]
    public async Task An_event_that_nothing_waited_for_is_told_apart_from_the_result()
    {
        var (_, _, errors) = await RunAsync(Write("a.json", Approval), "--event", "Payed");

        Assert.Equal("Nothing waited for the event Payed.\n", errors);
    }

    [Fact]
    public async Task A_task_counts_by_a_calendar_that_is_given()
    {
        const string asking = """
            { "definitionId": "asking", "id": "v1", "name": "Asking",
              "root": { "id": "t", "type": "CaseFlow.HumanTask",
                "title": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } },
                "role": { "typeName": "String", "expression": { "type": "Literal", "value": "Auditor" } },
                "remindAfter": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "1.00:00:00" } },
                "calendar": { "typeName": "String", "expression": { "type": "Literal", "value": "sundays" } } } }
            """;
        const string sundays = """
            { "key": "sundays", "version": 1, "name": { "ar": "الآحاد", "en": "Sundays" }, "hours": { "from": "08:00", "to": "12:00" },
              "weekend": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] }
            """;
        var file = Write("asking.json", asking);

        var (without, incident, _) = await RunAsync(file);
        var (with, output, errors) = await RunAsync(file, "--calendar", Write("sundays.json", sundays));

        Assert.Equal(1, without);
        Assert.Contains("sundays", incident, StringComparison.Ordinal);
        Assert.Equal((0, ""), (with, errors));
        Assert.Contains("Waits: task", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which file", new string[0])]
    [InlineData("missing.json does not exist", new[] { "missing.json" })]
    [InlineData("is a folder", new[] { "FOLDER" })]
    [InlineData("There is no option --loud", new[] { "A", "--loud" })]
    [InlineData("--input wants a value", new[] { "A", "--input" })]
    [InlineData("--input wants a JSON object", new[] { "A", "--input", "5" })]
    [InlineData("--input wants a JSON object", new[] { "A", "--input", "{" })]
    [InlineData("--event wants a name", new[] { "A", "--event", "=1" })]
    [InlineData("a text wants quotes", new[] { "A", "--event", "Paid=yes" })]
    [InlineData("One file is run", new[] { "A", "B" })]
    [InlineData("extra.json does not exist", new[] { "A", "--extra", "extra.json" })]
    [InlineData("is no workflow definition", new[] { "BROKEN" })]
    [InlineData("is no calendar of work", new[] { "A", "--calendar", "BROKEN" })]
    public async Task What_cannot_be_run_is_refused_in_one_sentence(string sentence, string[] args)
    {
        var (good, broken) = (Write("a.json", Approval), Write("broken.json", """{"root": """));
        var (code, output, errors) = await RunAsync([
            .. args.Select(a =>
                a == "A" ? good
                : a == "BROKEN" ? broken
                : a == "FOLDER" ? _folder.FullName
                : a
            ),
        ]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, errors);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Help_names_every_option_and_every_exit_code()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(
            ["--input", "--event", "--task", "--extra", "--calendar", "--json", "Exit code"],
            o => Assert.Contains(o, output)
        );
    }

    [Fact]
    public async Task The_shell_command_touches_nothing_of_the_server()
    {
        using var host = new HostRun();

        var (code, output, _) = await host.RunAsync("run", Write("a.json", Approval), "--json");

        Assert.Equal(0, code);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(host.Folder));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await RunCommand.RunAsync(args, output, errors, TimeProvider.System);
        return (code, output.ToString(), errors.ToString());
    }
}
