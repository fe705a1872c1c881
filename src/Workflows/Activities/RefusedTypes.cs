namespace CaseFlow.Workflows.Activities;

/// <summary>Activity types of Elsa that are known and deliberately not run here; publishing a definition that holds one is refused.</summary>
public static class RefusedTypes
{
    private static readonly RefusedReason NoConsole = new(
        "activity.refused.console",
        "A server has no console to read from; ask a person with a task."
    );

    private static readonly RefusedReason NoEndpoint = new(
        "activity.refused.endpoint",
        "Requests come in through the API, which knows who is asking; wait for an event or a task."
    );

    private static readonly RefusedReason NoFiles = new(
        "activity.refused.files",
        "Files come into a case from people, who upload them where they are asked for."
    );

    private static readonly RefusedReason NoCode = new(
        "activity.refused.code",
        "Program code could reach the server and could not be repeated or bounded; use RunJavaScript."
    );

    private static readonly RefusedReason NoBpmn = new(
        "activity.refused.bpmn",
        "BPMN diagrams are another notation; draw a flowchart or a state machine."
    );

    private static readonly RefusedReason NotFound = new(
        "activity.refused.not-found",
        "The server that exported the file did not know this activity either, so nobody knows what it should do."
    );

    /// <summary>All of them by type name, exact.</summary>
    public static IReadOnlyDictionary<string, RefusedReason> All { get; } =
        new OrderedDictionary<string, RefusedReason>(StringComparer.Ordinal)
        {
            ["Elsa.ReadLine"] = NoConsole,
            ["Elsa.HttpEndpoint"] = NoEndpoint,
            ["Elsa.WriteHttpResponse"] = NoEndpoint,
            ["Elsa.WriteFileHttpResponse"] = NoEndpoint,
            ["Elsa.DownloadHttpFile"] = NoFiles,
            ["Elsa.RunCSharp"] = NoCode,
            ["Elsa.RunPython"] = NoCode,
            ["Elsa.BpmnProcess"] = NoBpmn,
            ["Elsa.NotFoundActivity"] = NotFound,
        };

    /// <summary>Why that type is refused; null when it is no type known to be refused.</summary>
    public static RefusedReason? ReasonOf(string type) => All.GetValueOrDefault(type);
}

/// <summary>Why a type is not run here.</summary>
/// <param name="Code">Stable; pages turn it into a sentence.</param>
/// <param name="Message">English sentence for the log.</param>
public sealed record RefusedReason(string Code, string Message);
