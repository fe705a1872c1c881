using System.Globalization;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>Runs of activities: the badges of the diagram, and what the viewer shows of one.</summary>
internal static class ExecutionsApi
{
    public static void MapExecutions(this RouteGroupBuilder api)
    {
        api.MapPost("/activity-executions/report", ReportAsync);
        api.MapGet("/activity-executions/list", ListAsync);
        api.MapGet("/activity-execution-summaries/list", ListAsync);
        api.MapGet("/activity-executions/by-id", ByIdAsync);
        api.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
        api.MapJournal();
    }

    private sealed record ReportOrder(string WorkflowInstanceId, string[]? ActivityNodeIds);

    private static async Task<IResult> ReportAsync(ReportOrder order, ExecutionBook books, CancellationToken ct)
    {
        var book = await books.OpenAsync(order.WorkflowInstanceId, ct);
        return Elsa.Ok(new { stats = (order.ActivityNodeIds ?? []).Select(book.Stats) });
    }

    private static async Task<IResult> ListAsync(
        string workflowInstanceId,
        string? activityNodeId,
        ExecutionBook books,
        CancellationToken ct
    )
    {
        var book = await books.OpenAsync(workflowInstanceId, ct);
        return Elsa.List([.. book.Of(activityNodeId).Select(e => Form(book, e))]);
    }

    private static async Task<IResult> ByIdAsync(string id, ExecutionBook books, CancellationToken ct)
    {
        var (book, run) = await FindAsync(id, books, ct);
        return run is null ? Results.NotFound() : Elsa.Ok(Form(book, run));
    }

    private static async Task<IResult> CallStackAsync(string id, ExecutionBook books, CancellationToken ct)
    {
        var (book, run) = await FindAsync(id, books, ct);
        if (run is null)
            return Results.NotFound();
        var around = Around(run.Node).Select(n => book.Of(n.NodeId).LastOrDefault(e => e.Sequence <= run.Sequence));
        var items = around.OfType<Execution>().Select(e => Form(book, e)).ToList();
        return Elsa.Ok(
            new
            {
                activityExecutionId = id,
                items,
                totalCount = items.Count,
            }
        );
    }

    private static IEnumerable<ActivityNode> Around(ActivityNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
            yield return at;
    }

    private static async Task<(InstanceBook, Execution?)> FindAsync(
        string id,
        ExecutionBook books,
        CancellationToken ct
    )
    {
        var cut = id.LastIndexOf('~');
        if (
            cut < 0
            || !long.TryParse(id[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        )
            throw InstancesApi.Unknown();
        var book = await books.OpenAsync(id[..cut], ct);
        return (book, book.Executions.SingleOrDefault(e => e.Sequence == sequence));
    }

    /// <summary>A run is known by its instance and the line of the journal that began it.</summary>
    public static string IdOf(string instanceId, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{instanceId}~{sequence}");

    private static object Form(InstanceBook book, Execution run) =>
        new
        {
            id = IdOf(book.Row.Id, run.Sequence),
            workflowInstanceId = book.Row.Id,
            activityId = run.Node.Id,
            activityNodeId = run.Node.NodeId,
            activityType = run.Node.Type,
            activityTypeVersion = Math.Max(run.Node.Version, 1),
            activityName = run.Node.Name,
            activityState = Settings(run.Node),
            // Studio reads this name with its capital.
            payload = run.Outcomes is { Length: > 0 } names
                ? new Dictionary<string, string[]> { ["Outcomes"] = names.Split(", ") }
                : null,
            outputs = new { },
            properties = new { },
            metadata = new { },
            startedAt = run.StartedAt,
            hasBookmarks = run.Waits,
            status = run.Status,
            aggregateFaultCount = 0,
            completedAt = run.EndedAt,
        };

    // What the author wrote into the procedure; never what it became in this case.
    private static Dictionary<string, string?> Settings(ActivityNode node) =>
        node
            .Inputs.Where(i => !i.Value.IsUnset)
            .ToDictionary(i => char.ToUpperInvariant(i.Key[0]) + i.Key[1..], i => PlainText.Of(i.Value.Value));
}
