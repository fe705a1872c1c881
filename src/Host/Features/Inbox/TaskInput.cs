using CaseFlow.Domain.Forms;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>From a posted page to the data of a task: all of it for a draft, what the outcome needs for a completion.</summary>
public static class TaskInput
{
    public const string Registration = "CaseFlow.CompleteRegistration";
    public const string Explanation = "CaseFlow.ExplainStudy";
    public const string Delivery = "CaseFlow.ProvideService";

    /// <summary>The requirement that a proof of delivery is kept under.</summary>
    public const string Proof = "delivery-proof";

    /// <summary>Everything that was typed, whatever the outcome will be.</summary>
    public static Dictionary<string, object?> Read(IFormCollection posted, TaskSheet sheet, FormDefinition? form)
    {
        var data = form is null ? [] : Filled(FormPost.Read(form, posted));
        if (sheet.Matching is { } matching)
            return MatchingInput.Read(posted, matching);
        if (sheet.Checklist is not null)
            data["checklist"] = posted["checklist"].Where(k => !string.IsNullOrEmpty(k)).ToList<object?>();
        if (sheet.Study is { Deciding: false })
            data["recuseReason"] = posted["recuseReason"].ToString().Trim();
        if (sheet.Study is { Deciding: true } study)
            data["missing"] = MatchingInput.Missing(posted, study.Missing);
        return data;
    }

    /// <summary>What completes the task with this outcome.</summary>
    public static IReadOnlyDictionary<string, object?> Completion(
        string kind,
        string outcome,
        IReadOnlyDictionary<string, object?> typed
    ) =>
        (kind, outcome) switch
        {
            (Matching.Kind, "ItemsMissing") => Data(("missing", MatchingInput.MissingWithDiffering(typed))),
            (Matching.Kind, _) => Without(typed, "missing"),
            (StudySheets.Vote, "Recused") => Data(("reason", typed.GetValueOrDefault("recuseReason"))),
            (StudySheets.Vote, _) => Without(typed, "recuseReason", ("reasons", Reasons(typed, "choice"))),
            (StudySheets.Decide, "Decided") => Without(typed, "missing", ("reasons", Reasons(typed, "decision"))),
            (StudySheets.Decide, "ReturnedForItems") => Data(("missing", typed.GetValueOrDefault("missing"))),
            (StudySheets.Decide, _) => Data(),
            (Delivery, _) => typed.Text("proof") is { } document
                ? Without(typed, "proof", ("proof", Data((Proof, document))))
                : typed,
            _ => typed,
        };

    /// <summary>What must be there before the procedure is asked; the rest is for the rules to say.</summary>
    public static IReadOnlyList<FieldProblem> Check(
        string kind,
        string outcome,
        FormDefinition? form,
        IReadOnlyDictionary<string, object?> typed
    )
    {
        if (form is null || kind == StudySheets.Decide && outcome != "Decided" || outcome == "Recused")
            return [];
        var own = form.Fields.Where(f => typed.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => typed[f.Key]);
        return FormCheck.Check(form, own).Problems;
    }

    private static Dictionary<string, object?> Data(params (string Key, object? Value)[] fields) =>
        fields.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    // Reasons are asked for a rejection; blank rows of the table are none.
    private static List<object?> Reasons(IReadOnlyDictionary<string, object?> typed, string choice) =>
        typed.Text(choice) == "reject"
            ? [.. typed.Rows("reasons").Where(r => r.Values.Any(v => v is not (null or "")))]
            : [];

    private static Dictionary<string, object?> Filled(Dictionary<string, object?> posted) =>
        posted.Where(p => p.Value is not (null or "")).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static Dictionary<string, object?> Without(
        IReadOnlyDictionary<string, object?> typed,
        string dropped,
        params (string Key, object? Value)[] added
    )
    {
        var data = typed.Where(f => f.Key != dropped).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        foreach (var (key, value) in added)
            data[key] = value;
        return data;
    }
}
