using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Features.Signing;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>
/// Checks what somebody sends with a completion, and replaces what a client may not say for itself: documents become
/// evidence as stored here, a one-time code becomes the fact that it was right.
/// </summary>
public sealed class TaskData(
    PolicyLibrary library,
    TaskForms forms,
    CaseStore cases,
    CaseContexts contexts,
    EvidenceBook evidence,
    SignCodes codes
)
{
    /// <summary>The data that the procedure gets.</summary>
    /// <exception cref="FormInvalidException">Fields of the form are wrong or unknown.</exception>
    public async Task<IReadOnlyDictionary<string, object?>> CheckAsync(
        TaskRow row,
        HumanTask task,
        CompleteTask request,
        CancellationToken ct
    ) =>
        (row.Kind, request.Outcome) switch
        {
            ("CaseFlow.SignDeclaration", "Signed") => await SignatureAsync(row, request, ct),
            ("CaseFlow.SignDeclaration" or "CaseFlow.SupplyItems", _) => await ChangesAsync(row, request, ct),
            ("CaseFlow.ProvideService", _) => await DeliveryAsync(row, task, request, ct),
            // The checklist is the service's, not the form's.
            ("CaseFlow.CompleteRegistration", _) => await FilledAsync(row, task, request, ct, beside: "checklist"),
            // Matching, and the other ends of committee tasks, have shapes of their own; the procedure checks them.
            ("CaseFlow.MatchEvidence", _) or (_, "Recused" or "ReturnedForItems" or "Reconvene") => request.Data,
            _ => await FilledAsync(row, task, request, ct),
        };

    /// <summary>Checks the data against the task's form; a member named <paramref name="beside"/> is passed on as it is.</summary>
    private async Task<Dictionary<string, object?>> FilledAsync(
        TaskRow row,
        HumanTask task,
        CompleteTask request,
        CancellationToken ct,
        string? beside = null
    )
    {
        if (task.Order.Form is null || await forms.OfAsync(row, task.Order, ct) is not { } form)
            return request.Data.ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);
        var fields = request.Data.Where(d => d.Key != beside).ToDictionary(d => d.Key, d => d.Value);
        var data = Checked(FormCheck.Check(form, fields));
        if (beside is not null && request.Data.TryGetValue(beside, out var extra))
            data[beside] = extra;
        return data;
    }

    private static Dictionary<string, object?> Checked(FormResult result)
    {
        FormInvalidException.ThrowIfAny(result.Problems);
        return Clean(result);
    }

    /// <summary>The sound data as the engine carries it: days as ISO texts.</summary>
    public static Dictionary<string, object?> Clean(FormResult result) =>
        result.Data.ToDictionary(d => d.Key, d => Portable(d.Value), StringComparer.Ordinal);

    private static object? Portable(object? value) =>
        value switch
        {
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IReadOnlyDictionary<string, object?> members => members.ToDictionary(m => m.Key, m => Portable(m.Value)),
            IReadOnlyList<object?> items => items.Select(Portable).ToList(),
            _ => value,
        };

    /// <summary>The code must be right; the hash must be of what the signer was shown (P55).</summary>
    private async Task<IReadOnlyDictionary<string, object?>> SignatureAsync(
        TaskRow row,
        CompleteTask request,
        CancellationToken ct
    )
    {
        await codes.UseAsync(row.Id, Text(request, "code"), ct);
        return new Dictionary<string, object?>
        {
            ["method"] = "otp",
            ["contentHash"] = Text(request, "contentHash"),
            ["declarationVersion"] = library.Declaration.Version,
            ["language"] = request.Data.GetValueOrDefault("language") as string ?? "ar",
        };
    }

    private async Task<IReadOnlyDictionary<string, object?>> ChangesAsync(
        TaskRow row,
        CompleteTask request,
        CancellationToken ct
    )
    {
        var file = await cases.GetAsync(row.OfCase(), ct);
        var context = await contexts.OfAsync(cases.ServiceVersionOf(row.OfCase()), ct);
        var given = request.Data.GetValueOrDefault("facts") as IReadOnlyDictionary<string, object?>;
        var facts = FormCheck.Check(context.Form, given ?? new Dictionary<string, object?>(), partial: true);
        var clean = Checked(facts);
        foreach (var field in TakenBack(context.Form, given, clean))
            clean[field] = null;
        var items = await evidence.AttachAsync(
            row.OfCase(),
            file.File.ApplicantPartyId,
            context.Service,
            Documents(request.Data, "evidence"),
            ct
        );
        return new Dictionary<string, object?>
        {
            ["facts"] = clean,
            ["evidence"] = items.Select(EvidenceValues.Of).ToList<object?>(),
        };
    }

    /// <summary>The answers that are sent as nothing: they were given before and shall not stand any more.</summary>
    private static IEnumerable<string> TakenBack(
        FormDefinition form,
        IReadOnlyDictionary<string, object?>? given,
        Dictionary<string, object?> clean
    )
    {
        var empty = form
            .Fields.Where(f => !clean.ContainsKey(f.Key))
            .Where(f => given?.TryGetValue(f.Key, out var answer) == true && IsNothing(answer))
            .ToList();
        FormInvalidException.ThrowIfAny([
            .. empty
                .Where(f => f is { Required: true, VisibleWhen: null })
                .Select(f => new FieldProblem(f.Key, "form.required", new Dictionary<string, object?>())),
        ]);
        return empty.Select(f => f.Key);
    }

    private static bool IsNothing(object? answer) => answer is null or "" or IReadOnlyList<object?> { Count: 0 };

    private async Task<IReadOnlyDictionary<string, object?>> DeliveryAsync(
        TaskRow row,
        HumanTask task,
        CompleteTask request,
        CancellationToken ct
    )
    {
        var file = await cases.GetAsync(row.OfCase(), ct);
        // The form's file field is answered with document ids; what they hold is looked up here.
        var named = Documents(request.Data, "proof");
        var answers = request with { Data = With(request.Data, "proof", named.Values.FirstOrDefault()) };
        var data = await FilledAsync(row, task, answers, ct);
        var proof = await evidence.AttachAsync(row.OfCase(), file.File.ApplicantPartyId, named, ct);
        data["proof"] = proof.Select(EvidenceValues.Of).ToList<object?>();
        return data;
    }

    private static Dictionary<string, object?> With(
        IReadOnlyDictionary<string, object?> data,
        string key,
        object? value
    ) => new(data, StringComparer.Ordinal) { [key] = value };

    private static string Text(CompleteTask request, string field) =>
        request.Data.GetValueOrDefault(field) as string
        ?? throw RefusalException.Of("task.data-invalid", null, ("field", field));

    /// <summary>Document id by key, as <c>{"payslip": "…"}</c>.</summary>
    private static Dictionary<string, string> Documents(IReadOnlyDictionary<string, object?> data, string field)
    {
        if (data.GetValueOrDefault(field) is not { } given)
            return [];
        if (given is not IReadOnlyDictionary<string, object?> named || named.Values.Any(v => v is not string))
            throw RefusalException.Of("task.data-invalid", null, ("field", field));
        return named.ToDictionary(d => d.Key, d => (string)d.Value!);
    }
}
