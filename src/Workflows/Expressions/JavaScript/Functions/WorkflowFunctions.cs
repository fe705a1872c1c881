using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>The functions that reach into the workflow, by the names Elsa gives them.</summary>
internal static class WorkflowFunctions
{
    public static readonly IReadOnlyList<NativeFunction> All =
    [
        Function("getVariable", 1, (run, _, a) => run.Surroundings.GetVariable(Operators.ToText(run, a.At(0)))),
        Function("setVariable", 2, SetVariable),
        Function("getInput", 1, GetInput),
        Function("getOutputFrom", 2, GetOutput),
        Function("getLastResult", 0, (run, _, _) => PlainValues.ToScript(run, run.Surroundings.Scope.LastResult)),
        Function("getWorkflowDefinitionId", 0, (run, _, _) => run.Surroundings.Scope.Identity.DefinitionId),
        Function(
            "getWorkflowDefinitionVersionId",
            0,
            (run, _, _) => run.Surroundings.Scope.Identity.DefinitionVersionId
        ),
        Function("getWorkflowDefinitionVersion", 0, (run, _, _) => (double)run.Surroundings.Scope.Identity.Version),
        Function("getWorkflowInstanceId", 0, (run, _, _) => run.Surroundings.Scope.Identity.InstanceId),
        Function("getCorrelationId", 0, (run, _, _) => run.Surroundings.Scope.CorrelationId),
        Function("setCorrelationId", 1, (run, _, a) => Done(run.Surroundings.Scope.CorrelationId = Text(run, a))),
        Function("getWorkflowInstanceName", 0, (run, _, _) => run.Surroundings.Scope.InstanceName),
        Function("setWorkflowInstanceName", 1, (run, _, a) => Done(run.Surroundings.Scope.InstanceName = Text(run, a))),
        Function("toJson", 1, (run, _, a) => ToJson(run, a.At(0))),
        Function("isNullOrEmpty", 1, (run, _, a) => string.IsNullOrEmpty(Text(run, a))),
        Function("isNullOrWhiteSpace", 1, (run, _, a) => NumberText.Trim(Text(run, a) ?? "").Length == 0),
        Function("newGuid", 0, (run, _, _) => run.Surroundings.Scope.NewGuid().ToString()),
        Function("newGuidString", 0, (run, _, _) => run.Surroundings.Scope.NewGuid().ToString()),
        Function("getGuidString", 0, (run, _, _) => run.Surroundings.Scope.NewGuid().ToString()),
        Function("newShortGuid", 0, (run, _, _) => Short(run.Surroundings.Scope.NewGuid())),
        Function("getShortGuid", 0, (run, _, _) => Short(run.Surroundings.Scope.NewGuid())),
        Function("parseGuid", 1, ParseGuid),
        Function("setOutcome", 1, (run, _, a) => SetOutcomes(run, [Operators.ToText(run, a.At(0))])),
        Function("setOutcomes", 1, (run, _, a) => SetOutcomes(run, Texts(run, a.At(0)))),
        .. Encodings.All,
    ];

    /// <summary>Whether the first argument is the name of a variable, input or activity.</summary>
    public static bool TakesName(string function) =>
        function is "getVariable" or "setVariable" or "getInput" or "getOutputFrom";

    public static NativeFunction Function(string name, int length, Native body) => new(name, length, body);

    private static object? Done(object? _) => Special.Undefined;

    /// <summary>Not what <c>JSON.stringify</c> gives, but what the value would be as a text outside of the script.</summary>
    private static string ToJson(Run run, object? value)
    {
        var text = PlainJson.ToText(PlainValues.ToPlain(run, value));
        run.ChargeText(text.Length);
        return text;
    }

    private static string? Text(Run run, object?[] arguments) =>
        Operators.IsMissing(arguments.At(0)) ? null : Operators.ToText(run, arguments[0]);

    private static object? SetVariable(Run run, object? self, object?[] arguments)
    {
        run.Surroundings.SetVariable(Operators.ToText(run, arguments.At(0)), arguments.At(1));
        return Special.Undefined;
    }

    private static object? GetInput(Run run, object? self, object?[] arguments) =>
        run.Surroundings.Scope.TryGetInput(Operators.ToText(run, arguments.At(0)), out var value)
            ? PlainValues.ToScript(run, value)
            : null;

    private static object? GetOutput(Run run, object? self, object?[] arguments)
    {
        var output = Operators.IsMissing(arguments.At(1)) ? null : Operators.ToText(run, arguments[1]);
        return PlainValues.ToScript(
            run,
            run.Surroundings.Scope.GetOutput(Operators.ToText(run, arguments.At(0)), output)
        );
    }

    private static object? SetOutcomes(Run run, IReadOnlyList<string> outcomes)
    {
        if (run.SetOutcomes is null)
        {
            throw run.Error("ReferenceError", "setOutcome is not defined outside a RunJavaScript activity");
        }

        run.SetOutcomes(outcomes);
        return Special.Undefined;
    }

    private static List<string> Texts(Run run, object? value) =>
        [.. Iteration.Items(run, value).Select(item => Operators.ToText(run, item))];

    // 22 letters and digits at most: base 64 without the characters that addresses reserve.
    private static string Short(Guid id) =>
        new StringBuilder(Convert.ToBase64String(id.ToByteArray()))
            .Replace("/", "")
            .Replace("+", "")
            .Replace("=", "")
            .ToString();

    private static object ParseGuid(Run run, object? self, object?[] arguments)
    {
        var text = Operators.ToText(run, arguments.At(0));
        return Guid.TryParse(text, out var id)
            ? id.ToString()
            : throw run.TypeError($"{Operators.Describe(text)} is no GUID");
    }
}
