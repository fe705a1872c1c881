using System.Text;
using System.Text.Json;
using CaseFlow.Host.Features.ElsaApi.Definitions;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>What the designer is furnished with: activities, languages of expressions, types, and the lists that are empty here.</summary>
internal static class DescriptorsApi
{
    private static readonly string[] Types =
    [
        "String",
        "Boolean",
        "Int32",
        "Int64",
        "Decimal",
        "DateTimeOffset",
        "TimeSpan",
        "Object",
        "ObjectDictionary",
    ];

    // Written into documents of Elsa; here every variable is kept with its case, so there is nothing to choose.
    private const string StorageDriver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static void MapDescriptors(this RouteGroupBuilder api)
    {
        api.MapGet("/descriptors/activities", ActivitiesAsync);
        api.MapPost("/descriptors/activities/{type}/options/{input}", OptionsOf);
        api.MapGet("/descriptors/expression-descriptors", Expressions);
        api.MapGet("/descriptors/variables", Variables);
        api.MapGet("/descriptors/storage-drivers", StorageDrivers);
        foreach (
            var empty in new[]
            {
                "workflow-activation-strategies",
                "incident-strategies",
                "log-persistence-strategies",
                "commit-strategies/workflows",
                "commit-strategies/activities",
                "output-converters",
            }
        )
            api.MapGet($"/descriptors/{empty}", Elsa.Nothing);
        api.MapGet("/features/installed", Features);
        api.MapGet(
            "/features/installed/{name}",
            (string name) => name == RealTime.FullName ? Elsa.Ok(RealTime) : Results.NotFound()
        );
        api.MapGet("/package/version", () => Elsa.Ok(new { packageVersion = "3.8.2" }));
        api.MapPost("/scripting/javascript/type-definitions/{id}", TypeDefinitionsAsync);
    }

    private sealed record Feature(
        string Name,
        string Namespace,
        string FullName,
        string DisplayName,
        string Description
    );

    // Only what is really there is announced: with this one, an open case is watched instead of asked for.
    private static Feature RealTime { get; } =
        new("RealTimeWorkflowUpdates", "Elsa", "Elsa.RealTimeWorkflowUpdates", "RealTimeWorkflowUpdates", "");

    private static IResult Features() => Elsa.List<Feature>([RealTime]);

    // Asked for after every save, and nearly always the same: the browser keeps it and asks whether it still holds.
    private static async Task<IResult> ActivitiesAsync(
        ActivityDescriptors descriptors,
        HttpContext context,
        CancellationToken ct
    )
    {
        var items = await descriptors.AllAsync(ct);
        return Elsa.OkIfChanged(context, new { items, count = items.Count });
    }

    private static IResult OptionsOf(string type, string input, InputEditors editors) =>
        Elsa.Ok(new { items = editors.OptionsOf(input) ?? new { } });

    private static IResult Expressions(IStringLocalizer<ElsaTexts> texts)
    {
        object Language(string type, bool offered, string? editor = null) =>
            new
            {
                type,
                displayName = texts[$"Expression.{type}"].Value,
                isSerializable = true,
                isBrowsable = offered,
                properties = editor is null ? [] : new Dictionary<string, string> { ["MonacoLanguage"] = editor },
            };
        return Elsa.List<object>([
            Language("Literal", false),
            Language("Object", false, "json"),
            Language("JavaScript", true, "javascript"),
            Language("Liquid", true, "liquid"),
            Language("Variable", true),
            Language("Input", true),
        ]);
    }

    private static IResult Variables(IStringLocalizer<ElsaTexts> texts) =>
        Elsa.List([
            .. Types.Select(t => new
            {
                typeName = t,
                displayName = texts[$"Type.{t}"].Value,
                category = texts["Types"].Value,
            }),
        ]);

    private static IResult StorageDrivers(IStringLocalizer<ElsaTexts> texts) =>
        Elsa.List<object>([
            new
            {
                typeName = StorageDriver,
                displayName = texts["Storage"].Value,
                priority = 0,
                deprecated = false,
            },
        ]);

    /// <summary>What a script may mention, for the help of the editor.</summary>
    private static async Task<IResult> TypeDefinitionsAsync(
        string id,
        DefinitionForms definitions,
        CancellationToken ct
    )
    {
        var text = new StringBuilder(
            "declare function getVariable(name: string): any;\ndeclare function setVariable(name: string, value: any): void;\n"
        );
        var names = await definitions.VariablesAsync(id, ct);
        text.Append("declare const variables: { ")
            .AppendJoin(' ', names.Select(n => $"{JsonSerializer.Serialize(n)}: any;"))
            .Append(" };\n");
        return Results.Text(text.ToString(), "application/x-typescript");
    }
}
