using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

/// <summary>Documents that tests read.</summary>
internal static class Documents
{
    /// <summary>A request above 1000 waits for a decision that races against a delay.</summary>
    public static string SmallApproval => Text("small-approval.json");

    public static WorkflowDefinition Read(string json)
    {
        Assert.True(DefinitionReader.TryRead(json, out var definition, out var problems), string.Join('\n', problems));
        return definition!;
    }

    /// <summary>A document around the activities and connections of one flowchart with id <c>f</c>.</summary>
    public static string Flowchart(string activities, string connections = "[]", string more = "") =>
        $$"""
            { "id": "v", "definitionId": "d", "version": 1 {{more}},
              "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1, "activities": {{activities}}, "connections": {{connections}} } }
            """;

    private static string Text(string name)
    {
        var type = typeof(Documents);
        using var stream = type.Assembly.GetManifestResourceStream(type, name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
