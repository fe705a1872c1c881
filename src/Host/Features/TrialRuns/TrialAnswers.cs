using System.Globalization;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Tasks;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>What completes a task of a trial run: what was typed into its form, and the rest as somebody who finds all in order would do it.</summary>
public sealed class TrialAnswers(PolicyLibrary library)
{
    /// <summary>The fields that a task asks for; files are invented. Null when it has none, or names a form that is not there.</summary>
    public FormDefinition? FormOf(TaskOrder task)
    {
        if (!library.Forms.TryGetValue(TaskForms.KeyOf(task) ?? "", out var form))
            return null;
        if (task.Kind is StudySheets.Vote or StudySheets.Decide)
            form = TaskSheets.WithClauses(form, library.Clauses);
        return form with { Fields = [.. form.Fields.Where(f => f.Type != FieldType.File)] };
    }

    /// <summary>What is wrong with what was typed; ends that need no form are not checked.</summary>
    public IReadOnlyList<FieldProblem> Check(
        TaskOrder task,
        string outcome,
        IReadOnlyDictionary<string, object?> typed
    ) => FormOf(task) is { } form && !IsApart(outcome) ? FormCheck.Check(form, typed).Problems : [];

    /// <summary>The data that the procedure gets.</summary>
    public IReadOnlyDictionary<string, object?> Complete(
        TaskOrder task,
        string outcome,
        IReadOnlyDictionary<string, object?> typed,
        TrialCase? onTrial,
        DateTimeOffset now
    )
    {
        var data = FormOf(task) is { } form && !IsApart(outcome) ? TaskData.Clean(FormCheck.Check(form, typed)) : [];
        foreach (var (key, value) in onTrial is null ? [] : Invented(task.Kind, outcome, onTrial, now))
            data[key] = value;
        return data;
    }

    // The committee's other ends ask for no vote and no decision.
    private static bool IsApart(string outcome) => outcome is "Recused" or "ReturnedForItems" or "Reconvene";

    private Dictionary<string, object?> Invented(string kind, string outcome, TrialCase onTrial, DateTimeOffset now)
    {
        var (file, service) = (onTrial.Case.File, onTrial.Context.Service);
        return (kind, outcome) switch
        {
            ("CaseFlow.MatchEvidence", "Matched") => Map(
                ("matches", Matches(file, service)),
                ("validity", Validity(file, service)),
                ("attested", true)
            ),
            ("CaseFlow.MatchEvidence", _) or (_, "ReturnedForItems") => Map(("missing", Missing(service))),
            ("CaseFlow.SupplyItems", _) => Map(
                ("facts", Map()),
                ("evidence", Documents(onTrial.Case.Missing(), service, now))
            ),
            ("CaseFlow.SignDeclaration", "Signed") => Map(
                ("method", "otp"),
                ("contentHash", onTrial.Case.ContentHash()),
                ("declarationVersion", library.Declaration.Version),
                ("language", "ar")
            ),
            ("CaseFlow.SignDeclaration", _) => Map(("facts", Corrected(file)), ("evidence", new List<object?>())),
            ("CaseFlow.CompleteRegistration", _) => Map(
                ("checklist", service.RegistrationChecklist.Select(c => (object?)c.Key).ToList())
            ),
            ("CaseFlow.ProvideService", _) => Map(
                ("proof", new List<object?> { EvidenceValues.Of(TrialInventions.Document(TaskInput.Proof, now)) })
            ),
            (_, "Recused") => Map(("reason", "قرابة")),
            _ => [],
        };
    }

    private static List<object?> Matches(CaseFile file, ServiceDefinition service) =>
        [
            .. from requirement in service.Evidence
            where file.Evidence.Any(e => e.Requirement == requirement.Key)
            from fact in requirement.Proves
            where file.Facts.ContainsKey(fact)
            select (object?)Map(
                ("fact", fact),
                ("requirement", requirement.Key),
                ("method", "original-seen"),
                ("result", "matches")
            ),
        ];

    private static List<object?> Validity(CaseFile file, ServiceDefinition service) =>
        [
            .. from requirement in service.Evidence
            where requirement.Validity.Kind != ValidityKind.None
            from item in file.Evidence
            where item.Requirement == requirement.Key
            select (object?)Map(
                ("requirement", requirement.Key),
                ("issuedOn", item.IssuedOn?.ToString("O", CultureInfo.InvariantCulture)),
                ("validUntil", item.ValidUntil?.ToString("O", CultureInfo.InvariantCulture))
            ),
        ];

    private static List<object?> Missing(ServiceDefinition service) =>
        [
            .. service
                .Evidence.Take(1)
                .Select(e => (object?)Map(("key", e.Key), ("kind", "evidence"), ("note", "غير واضح"))),
        ];

    private static List<object?> Documents(
        IReadOnlyList<MissingItem> missing,
        ServiceDefinition service,
        DateTimeOffset now
    ) =>
        [
            .. missing
                .Where(m => m.Kind == MissingKind.Evidence)
                .Select(m => m.Key)
                .DefaultIfEmpty(service.Evidence is [var first, ..] ? first.Key : "")
                .Where(key => key.Length > 0)
                .Select(key => EvidenceValues.Of(TrialInventions.Document(key, now))),
        ];

    /// <summary>One of the amounts is a riyal more; a request without any is sent as it was.</summary>
    private static Dictionary<string, object?> Corrected(CaseFile file) =>
        file.Facts.FirstOrDefault(f => f.Value is decimal) is { Key: { } key, Value: decimal amount }
            ? Map((key, amount + 1))
            : Map();

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] members) =>
        members.ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
}
