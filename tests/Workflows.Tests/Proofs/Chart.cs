using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Proofs;

/// <summary>Flowcharts written in a line: <c>start>gate; gate:Accepted>accept</c>.</summary>
internal static class Chart
{
    private static readonly Dictionary<string, (string Type, string Members)> Kinds = new()
    {
        ["start"] = ("Elsa.Start", ""),
        ["receive"] = ("CaseFlow.Receive", ""),
        ["sign"] = ("CaseFlow.SignDeclaration", ""),
        ["refer"] = ("CaseFlow.ReferToCommittee", ""),
        ["study"] = ("CaseFlow.CommitteeStudy", ""),
        ["gate"] = ("CaseFlow.StudyGate", ""),
        ["accept"] = ("CaseFlow.SendLetter", $"{Text("letter", "acceptance")}, {Text("permit", "p")}"),
        ["reject"] = ("CaseFlow.SendLetter", $"{Text("letter", "rejection")}, {Text("permit", "p")}"),
        ["bare"] = ("CaseFlow.SendLetter", Text("letter", "acceptance")),
        ["computed"] = ("CaseFlow.SendLetter", $"{Text("letter", "x", "JavaScript")}, {Text("permit", "p")}"),
        ["serviceLetter"] = ("CaseFlow.SendLetter", Text("letter", "service")),
        ["register"] = ("CaseFlow.CompleteRegistration", ""),
        ["provide"] = ("CaseFlow.ProvideService", ""),
        ["invite"] = ("CaseFlow.InviteEvaluation", ""),
        ["delay"] = ("Elsa.Delay", Text("timeSpan", "15.00:00:00")),
        ["event"] = ("Elsa.Event", Text("eventName", "Hurry")),
        ["trigger"] = ("Elsa.Event", """ "customProperties": { "canStartWorkflow": true } """),
        ["join"] = ("Elsa.FlowJoin", Text("mode", "WaitAny")),
        ["all"] = ("Elsa.FlowJoin", Text("mode", "WaitAll")),
        ["allActive"] = ("Elsa.FlowJoin", Text("mode", "WaitAllActive")),
        ["allComputed"] = ("Elsa.FlowJoin", Text("mode", "'WaitAll'", "JavaScript")),
        ["check"] = ("Elsa.FlowDecision", ""),
        ["note"] = ("Elsa.WriteLine", ""),
        ["fault"] = ("Elsa.Fault", ""),
        ["breaks"] = (
            "Elsa.Sequence",
            """ "activities": [ { "id": "leave", "type": "Elsa.Break" }, { "id": "kept", "type": "CaseFlow.StudyGate" } ] """
        ),
        // Both ways of the decision meet in a join for all, which therefore never runs, and neither does the gate behind it.
        ["skips"] = (
            "Elsa.Flowchart",
            $$"""
             "activities": [ { "id": "either", "type": "Elsa.FlowDecision" }, { "id": "both", "type": "Elsa.FlowJoin", {{Text(
                "mode",
                "WaitAll"
            )}} },
               { "id": "inner", "type": "CaseFlow.StudyGate" } ],
             "connections": [ { "source": "either", "sourcePort": "True", "target": "both" },
               { "source": "either", "sourcePort": "False", "target": "both" }, { "source": "both", "target": "inner" } ]
            """
        ),
        ["supply"] = ("CaseFlow.SupplyItems", Text("reminderLetter", "acceptance")),
        ["inviteBy"] = ("CaseFlow.InviteEvaluation", Text("letter", "acceptance")),
        ["ask"] = ("CaseFlow.HumanTask", """ "forApplicant": true """),
        ["askComputed"] = ("CaseFlow.HumanTask", Text("forApplicant", "x", "JavaScript")),
        ["askStaff"] = ("CaseFlow.HumanTask", """ "forApplicant": false """),
        ["mail"] = ("Elsa.SendEmail", ""),
        ["http"] = ("Elsa.FlowSendHttpRequest", ""),
        ["publish"] = ("Elsa.PublishEvent", ""),
        ["dispatch"] = ("Elsa.DispatchWorkflow", ""),
        ["execute"] = ("Elsa.ExecuteWorkflow", ""),
        ["bulk"] = ("Elsa.BulkDispatchWorkflows", ""),
        ["output"] = ("Elsa.SetOutput", ""),
        ["secondTrigger"] = ("Elsa.Event", """ "customProperties": { "canStartWorkflow": true } """),
        ["carried"] = (
            "CaseFlow.SendLetter",
            $$""" {{Text("letter", "acceptance")}}, "permit": { "typeName": "String", "expression": { "type": "Variable", "value": { "id": "permit" } } } """
        ),
        ["issues"] = (
            "CaseFlow.StudyGate",
            """ "permit": { "typeName": "String", "memoryReference": { "id": "permit" } } """
        ),
        ["replaces"] = ("Elsa.SetVariable", """ "variable": { "id": "permit" }, "value": "x" """),
        ["captures"] = (
            "Elsa.Event",
            """ "result": { "typeName": "Object", "memoryReference": { "id": "permit" } } """
        ),
        ["sets"] = ("Elsa.SetVariable", """ "variable": { "id": "other" }, "value": "x" """),
        ["loop"] = (
            "Elsa.While",
            $$""" "body": { "id": "again", "type": "CaseFlow.SendLetter", {{Text("letter", "acceptance")}}, {{Text("permit", "p")}} } """
        ),
        ["use"] = ("Tells", """ "workflowDefinitionId": "tells" """),
        ["machine"] = (
            "Elsa.StateMachine",
            $$""" "states": [ { "name": "a", "entry": { "id": "told", "type": "CaseFlow.SendLetter", {{Text("letter", "acceptance")}}, {{Text("permit", "p")}} } } ] """
        ),
    };

    public static WorkflowDefinition Read(string flow, string id = "chart", string options = "{}")
    {
        var connections = flow.Split(';', StringSplitOptions.TrimEntries).Select(c => c.Split('>')).ToList();
        var ids = connections.SelectMany(c => new[] { c[0].Split(':')[0], c[1] }).Distinct();
        var document = $$"""
            {
              "id": "{{id}}-1", "definitionId": "{{id}}", "name": "{{id}}", "options": {{options}},
              "root": { "id": "root", "type": "Elsa.Flowchart",
                "activities": [ {{string.Join(",\n", ids.Select(Node))}} ],
                "connections": [ {{string.Join(",\n", connections.Select(Connection))}} ] }
            }
            """;
        Assert.True(
            DefinitionReader.TryRead(document, out var definition, out var problems),
            string.Join("\n", problems)
        );
        return definition;
    }

    private static string Node(string id)
    {
        var (type, members) = Kinds[id];
        return $$"""{ "id": "{{id}}", "type": "{{type}}"{{(members.Length > 0 ? ", " : "")}}{{members}} }""";
    }

    private static string Connection(string[] ends)
    {
        var from = ends[0].Split(':');
        var port = from.Length > 1 ? from[1] : "Done";
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        }.ToJsonString();
    }

    private static string Text(string input, string value, string syntax = "Literal") =>
        $$"""
            "{{input}}": { "typeName": "String", "expression": { "type": "{{syntax}}", "value": "{{value}}" } }
            """;
}
