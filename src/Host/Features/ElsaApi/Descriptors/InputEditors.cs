using CaseFlow.Host.Features.ElsaApi.Definitions;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>How Studio asks for each input: by what editor, under what name, with what to choose from.</summary>
public sealed class InputEditors(Choices choices, IStringLocalizer<ActivityTexts> texts)
{
    private const string DropDown = "dropdown";

    // The list is asked for when an activity is selected. Studio reads this name with its capital.
    private static readonly Dictionary<string, object> Asked = new() { ["Refresh"] = true };

    /// <summary>The type's own inputs, and the two that every activity has here.</summary>
    public IEnumerable<object> Of(ActivityDescriptor type) =>
        type
            .Inputs.Select((input, order) => Input(type, input, order))
            .Append(Note(type, PolicyNotes.Clause, 100, Asked))
            .Append(Note(type, PolicyNotes.Step, 101, List(PolicyNotes.Steps.Select(s => new Choice(s, s)))));

    /// <summary>What a procedure that is used as an activity takes, by the names that its author gave, and the two.</summary>
    public IEnumerable<object> Of(ActivityDescriptor type, WorkflowDefinition workflow)
    {
        var declared = workflow.Inputs.ToLookup(i => i.Name, StringComparer.Ordinal);
        return type
            .Inputs.Select((input, order) => Input(type, input, order, declared[input.Name].First()))
            .Append(Note(type, PolicyNotes.Clause, 100, Asked))
            .Append(Note(type, PolicyNotes.Step, 101, List(PolicyNotes.Steps.Select(s => new Choice(s, s)))));
    }

    /// <summary>
    /// What to choose from now, for an input whose list is asked for when an activity is selected. The answer does not ask to be asked for
    /// again: Studio would do so two dozen times for one look, and it reads all types anew after every save.
    /// </summary>
    public object? OptionsOf(string input) =>
        input == PolicyNotes.Clause ? List(choices.Of(ReferenceKind.Clause) ?? []) : null;

    public string Label(ActivityDescriptor type, string name) => Text(type, name, "") ?? name;

    public string? Help(ActivityDescriptor type, string name) => Text(type, name, ".Help");

    private object Input(ActivityDescriptor type, ActivityInput input, int order, InputDefinition? declared = null)
    {
        var (hint, specification) = Editor(type, input);
        return new
        {
            name = input.Name,
            typeName = StudioInputs.NameOf(input.Type),
            displayName = Named(declared, type, input) + (input.Required ? " *" : ""),
            description = declared?.Raw["description"]?.ToString() ?? Help(type, input.Name),
            order,
            isBrowsable = true,
            isWrapped = input.Wrapped,
            uiHint = hint,
            defaultValue = Default(input),
            defaultSyntax = hint == "code-editor" && input.Type.Kind is ValueKind.Map ? "Object" : "Literal",
            isReadOnly = false,
            isSensitive = false,
            isSynthetic = false,
            uiSpecifications = specification,
        };
    }

    private string Named(InputDefinition? declared, ActivityDescriptor type, ActivityInput input) =>
        string.IsNullOrWhiteSpace(declared?.DisplayName) ? Label(type, input.Name) : declared.DisplayName;

    // Beside the activity's own inputs, kept in its custom properties: nothing that the engine evaluates.
    private object Note(ActivityDescriptor type, string name, int order, object specification) =>
        new
        {
            name,
            typeName = "String",
            displayName = Label(type, name),
            description = Help(type, name),
            order,
            isBrowsable = true,
            isWrapped = false,
            uiHint = DropDown,
            defaultSyntax = "Literal",
            isReadOnly = false,
            isSensitive = false,
            isSynthetic = false,
            uiSpecifications = specification,
        };

    private (string Hint, object? Specification) Editor(ActivityDescriptor type, ActivityInput input) =>
        (type.Type, input) switch
        {
            _ when DynamicOutcomes.AreIn(type, input) => ("dynamic-outcomes", Outcomes(type)),
            (_, { Choices: { } names }) => (DropDown, List(choices.Of(names))),
            (_, { Reference: ReferenceKind.Variable }) => ("variable-picker", null),
            (_, { Reference: ReferenceKind.Workflow }) => ("workflow-definition-picker", null),
            _ when choices.Of(input.Reference) is { } known => (DropDown, List(known)),
            ("Elsa.FlowSwitch", { Name: "Cases" }) => ("flow-switch-editor", null),
            ("Elsa.Switch", { Name: "Cases" }) => ("switch-editor", null),
            (_, { LiteralLanguage: { } language }) => ("code-editor", Code(language.ToLowerInvariant())),
            (_, { Type.Kind: ValueKind.Boolean }) => ("checkbox", null),
            (_, { Type.Kind: ValueKind.Map }) => ("code-editor", Code("json")),
            (_, { Type.IsList: true }) => ("multitext", null),
            _ => ("singleline", null),
        };

    private static Dictionary<string, object> Outcomes(ActivityDescriptor type) =>
        new Dictionary<string, object>
        {
            ["DynamicOutcomesOptions"] = new { fixedOutcomes = DynamicOutcomes.Fixed(type) },
        };

    // The outer key equals the hint; the height counts as a number: 0 is ordinary, 1 is large.
    private static Dictionary<string, object> Code(string language) =>
        new Dictionary<string, object>
        {
            ["code-editor"] = new
            {
                editorHeight = 0,
                language,
                singleLineMode = false,
            },
        };

    private static Dictionary<string, object> List(IEnumerable<Choice> items) =>
        new()
        {
            [DropDown] = new
            {
                selectList = new
                {
                    items = items.Prepend(new Choice("—", "")).ToList(),
                    isFlagsEnum = false,
                    sortItems = false,
                },
            },
        };

    private static object? Default(ActivityInput input) =>
        input.Default switch
        {
            TimeSpan span => span.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
            var other => other,
        };

    private string? Text(ActivityDescriptor type, string name, string suffix) =>
        new[] { $"{type.Type}.{name}{suffix}", $"*.{name}{suffix}" }
            .Select(key => texts[key])
            .FirstOrDefault(t => !t.ResourceNotFound)
            ?.Value;
}
