using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tasks;

/// <summary>The forms of tasks: each task is filled in by the version of its form that was in force when it was opened.</summary>
public sealed class TaskForms(CaseFlowDb db, PolicyShelf shelf)
{
    /// <summary>The version in force of the form that a task needs; null when it needs none.</summary>
    /// <exception cref="RefusalException"><c>form.unknown</c>: what a script named is no form in force.</exception>
    public string? VersionFor(TaskOrder order)
    {
        if (KeyOf(order) is not { } key)
            return null;
        return shelf.Current.Library.Forms.ContainsKey(key)
            ? shelf.VersionOf(PolicyDocument.FormId(key))
            : throw RefusalException.Of("form.unknown", null, ("form", key));
    }

    /// <returns>Null when the task needs no form.</returns>
    public async Task<FormDefinition?> OfAsync(TaskRow row, TaskOrder order, CancellationToken ct)
    {
        if (KeyOf(order) is not { } key)
            return null;
        // Most often nobody has published another one since, and the form lies on the shelf.
        if (row.FormVersion is { } version && version != shelf.VersionOf(PolicyDocument.FormId(key)))
        {
            var kept = await db.Definitions.AsNoTracking().SingleAsync(d => d.Id == version, ct);
            return PolicyLibrary.Of(PolicyDocument.Read(kept).Files).Forms[key];
        }
        return shelf.Current.Library.Forms[key];
    }

    /// <summary>The committee's tasks have forms by their kind, all others the one that the procedure names; null for none.</summary>
    public static string? KeyOf(TaskOrder order) =>
        order.Kind switch
        {
            StudySheets.Vote => CommitteeForms.Vote,
            StudySheets.Decide => CommitteeForms.Decision,
            _ => order.Form,
        };
}
