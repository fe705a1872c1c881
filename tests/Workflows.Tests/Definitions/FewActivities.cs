using System.Diagnostics.CodeAnalysis;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

/// <summary>A handful of activity types, so that checks are tested without the engine.</summary>
internal sealed class FewActivities : IActivityDescriptors
{
    private static readonly ActivityDescriptor[] All =
    [
        Type("Elsa.Flowchart"),
        Type("Elsa.Sequence"),
        Type("Elsa.Start"),
        Type("Elsa.End"),
        Type("Elsa.WriteLine", new ActivityInput("Text", ValueType.String)),
        Type("Elsa.Delay", new ActivityInput("TimeSpan", ValueType.Parse("TimeSpan"))),
        Type("Elsa.FlowJoin", new ActivityInput("Mode", ValueType.String) { Choices = ["WaitAny", "WaitAll"] }),
        Type("Elsa.FlowDecision", new ActivityInput("Condition", ValueType.Boolean)) with
        {
            Outcomes = _ => ["True", "False"],
        },
        Type("Elsa.FlowSwitch") with
        {
            Outcomes = node => [.. node.Cases.Select(c => c.Label), "Default"],
        },
        Type("Elsa.ForEach", new ActivityInput("Items", ValueType.Object)),
        Type("Elsa.RunTask", new ActivityInput("TaskName", ValueType.String)) with
        {
            Outputs = [new("Result", ValueType.Object)],
        },
        Type("Elsa.Event") with
        {
            Outputs = [new("Result", ValueType.Object)],
            IsTrigger = true,
        },
        Type("Elsa.RunJavaScript", new ActivityInput("Script", ValueType.String) { LiteralLanguage = "JavaScript" }),
        Type(
            "Elsa.SetVariable",
            new ActivityInput("Variable", ValueType.Object) { Wrapped = false, Reference = ReferenceKind.Variable }
        ),
        Type(
            "CaseFlow.SendLetter",
            new ActivityInput("Letter", ValueType.String) { Required = true, Reference = ReferenceKind.Letter }
        ),
    ];

    public bool TryGet(string type, int version, [NotNullWhen(true)] out ActivityDescriptor? descriptor) =>
        (descriptor = Array.Find(All, d => d.Type == type)) is not null;

    private static ActivityDescriptor Type(string type, params ActivityInput[] inputs) =>
        new(type, 1, "Test", inputs, [], _ => ["Done"]);
}

/// <summary>A few names that exist.</summary>
internal sealed class FewNames : IDefinitionReferences
{
    public IReadOnlySet<string>? Known(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.Letter => new HashSet<string> { "welcome" },
            ReferenceKind.Clause => new HashSet<string> { "P56" },
            _ => null,
        };
}
