using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;

namespace CaseFlow.Host.Catalogue;

/// <summary>Checks that the files fit one another: nothing may point at what is not there. Procedures have a gate of their own.</summary>
internal sealed partial class LibraryCheck(LibraryFiles files, LibraryReader library)
{
    private readonly Dictionary<string, FormDefinition> forms = library.Forms.Values.ToDictionary(f => f.Key);
    private readonly HashSet<string>? clauses = library.Clauses?.Select(c => c.Id).ToHashSet();

    public void Run()
    {
        foreach (var (file, form) in library.Forms)
            CheckForm(file, form);
        foreach (var (file, service) in library.Services)
            CheckService(file, service);
        foreach (var parameter in library.ParameterSheet)
            CheckClause(LibraryReader.ParametersFile, parameter.Key, parameter.Clause);
        Unique(LibraryReader.ClausesFile, "$", library.Clauses?.Select(c => c.Id) ?? []);
        CheckParameters();
    }

    private void CheckService(string file, ServiceDefinition service)
    {
        // A procedure that is there but broken keeps its service out of no case: the version before stays in force.
        if (!files.Has($"{service.Definition}.json"))
            files.Add(file, "definition", "library.unknown-definition", service.Definition);
        CheckClause(file, "clause", service.Clause);
        CheckClause(file, "directClause", service.DirectClause);
        // Who asks for a service is heard by the committee, unless a clause of the policy says otherwise.
        if (service.RequiresStudy == (service.DirectClause is not null))
            files.Add(file, "directClause", "library.study-or-clause", service.DirectClause ?? "");
        Unique(file, "evidence", service.Evidence.Select(e => e.Key));
        Unique(file, "registrationChecklist", service.RegistrationChecklist.Select(c => c.Key));
        if (!forms.TryGetValue(service.Form, out var form))
            files.Add(file, "form", "library.unknown-form", service.Form);
        foreach (var evidence in service.Evidence)
            CheckEvidence(file, evidence, form);
    }

    private void CheckEvidence(string file, EvidenceRequirement evidence, FormDefinition? form)
    {
        var place = $"evidence/{evidence.Key}";
        if ((evidence.Validity.Kind == ValidityKind.IssuedWithinDays) != (evidence.Validity.Days is > 0))
            files.Add(file, place, "library.validity-days", $"{evidence.Validity.Kind} {evidence.Validity.Days}");
        if (form is null)
            return;
        foreach (var fact in evidence.Proves.Where(p => form.Fields.All(f => f.Key != p)))
            files.Add(file, place, "library.unknown-fact", fact);
        CheckCondition(file, place, evidence.RequiredWhen, form.Fields);
    }

    private void CheckParameters()
    {
        if (library.Parameters is not { } p)
            return;
        AtLeast("studyFloorDays", p.StudyFloorDays, PolicyParameters.LeastFloorDays);
        AtLeast("quorumMinimum", p.QuorumMinimum, 1);
        AtLeast("evaluationWindowDays", p.EvaluationWindowDays, 0);
        AtLeast("confirmationDays", p.ConfirmationDays, 1);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(p.Zone, out _))
            files.Add(LibraryReader.ParametersFile, "zone", "library.unknown-zone", p.Zone);
        if (p.StudyTargetDays < p.StudyFloorDays)
            files.Add(
                LibraryReader.ParametersFile,
                "studyTargetDays",
                "library.target-below-floor",
                $"{p.StudyTargetDays}"
            );
    }

    /// <summary>The two weeks of P59 are the policy's own; a parameter may ask for more, never for less.</summary>
    private void AtLeast(string parameter, int value, int least)
    {
        if (value < least)
            files.Add(LibraryReader.ParametersFile, parameter, "library.below-least", $"{value} < {least}");
    }

    private void CheckClause(string file, string place, string? clause)
    {
        if (clause is not null && clauses?.Contains(clause) == false)
            files.Add(file, place, "library.unknown-clause", clause);
    }

    private void Unique(string file, string place, IEnumerable<string> keys)
    {
        foreach (var twice in keys.GroupBy(k => k).Where(g => g.Count() > 1))
            files.Add(file, place, "library.key-twice", twice.Key);
    }
}
