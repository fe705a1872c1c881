using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Persistence;

/// <summary>
/// A flowchart of eight activities that waits twice and serves no case: start, set a variable, write a line, wait, decide,
/// wait, set the variable again, end. Also what the benchmarks run.
/// </summary>
public static class TwoWaits
{
    public const string DefinitionId = "two-waits";
    public const string First = "First";
    public const string Second = "Second";

    public static string Json(string definitionId = DefinitionId) =>
        $$"""
            {
              "id": "{{definitionId}}-1", "definitionId": "{{definitionId}}", "name": "{{definitionId}}", "version": 1,
              "isLatest": true, "isPublished": true,
              "variables": [{ "id": "n", "name": "Count", "typeName": "Int32", "value": "0" }],
              "root": {
                "id": "flow", "type": "Elsa.Flowchart", "version": 1,
                "activities": [
                  { "id": "start", "type": "Elsa.Start", "version": 1 },
                  { "id": "count", "type": "Elsa.SetVariable", "version": 1,
                    "variable": { "id": "n", "name": "Count", "typeName": "Int32" },
                    "value": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getInput('Amount') + 1" } } },
                  { "id": "line", "type": "Elsa.WriteLine", "version": 1,
                    "text": { "typeName": "String", "expression": { "type": "Literal", "value": "counted" } } },
                  { "id": "first", "type": "Elsa.Event", "version": 1,
                    "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "{{First}}" } } },
                  { "id": "enough", "type": "Elsa.FlowDecision", "version": 1,
                    "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "getCount() > 1" } } },
                  { "id": "second", "type": "Elsa.Event", "version": 1,
                    "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "{{Second}}" } } },
                  { "id": "again", "type": "Elsa.SetVariable", "version": 1,
                    "variable": { "id": "n", "name": "Count", "typeName": "Int32" },
                    "value": { "typeName": "Object", "expression": { "type": "Literal", "value": "7" } } },
                  { "id": "end", "type": "Elsa.End", "version": 1 }
                ],
                "connections": [
                  { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "count" } },
                  { "source": { "activity": "count", "port": "Done" }, "target": { "activity": "line" } },
                  { "source": { "activity": "line", "port": "Done" }, "target": { "activity": "first" } },
                  { "source": { "activity": "first", "port": "Done" }, "target": { "activity": "enough" } },
                  { "source": { "activity": "enough", "port": "True" }, "target": { "activity": "second" } },
                  { "source": { "activity": "enough", "port": "False" }, "target": { "activity": "end" } },
                  { "source": { "activity": "second", "port": "Done" }, "target": { "activity": "again" } },
                  { "source": { "activity": "again", "port": "Done" }, "target": { "activity": "end" } }
                ]
              }
            }
            """;

    public static Dictionary<string, object?> Input { get; } = new() { ["Amount"] = 41L };

    /// <summary>Puts a definition into the database as published, past the folder and the gate.</summary>
    public static async Task PublishAsync(IServiceProvider services, string definitionId, string json)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                () =>
                {
                    db.Definitions.Add(
                        new DefinitionRow
                        {
                            Id = $"{definitionId}-1",
                            DefinitionId = definitionId,
                            Version = 1,
                            Name = definitionId,
                            Json = json,
                            ContentHash = ContentHash.Of(Read(json)),
                            CreatedAt = DateTimeOffset.UnixEpoch,
                            IsLatest = true,
                            IsPublished = true,
                        }
                    );
                    return Task.CompletedTask;
                },
                CancellationToken.None
            );
    }

    public static WorkflowDefinition Definition() => Read(Json());

    private static WorkflowDefinition Read(string json) =>
        DefinitionReader.TryRead(json, out var definition, out var problems)
            ? definition
            : throw new InvalidDataException(problems[0].Message);

    public static Task StartAsync(IServiceProvider services, string id, string definitionId = DefinitionId) =>
        InUnitAsync(
            services,
            (unit, bursts) =>
                bursts.StartAsync(definitionId, id, caseNumber: null, Input, unit.Now, CancellationToken.None)
        );

    public static Task RaiseAsync(IServiceProvider services, string id, string name) =>
        InUnitAsync(
            services,
            (unit, bursts) =>
                bursts.DeliverAsync(
                    id,
                    new Stimulus.EventReceived(name, null, By: null),
                    unit.Now,
                    CancellationToken.None
                )
        );

    private static async Task InUnitAsync(IServiceProvider services, Func<UnitOfWork, BurstRunner, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var bursts = scope.ServiceProvider.GetRequiredService<BurstRunner>();
        await unit.RunAsync(() => work(unit, bursts), CancellationToken.None);
    }
}
