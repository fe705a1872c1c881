using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
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
        foreach (var missing in CommitteeForms.All.Where(key => !forms.ContainsKey(key)))
            files.Add($"forms/{missing}.json", "", "library.unknown-form", missing);
        foreach (var (file, service) in library.Services)
            CheckService(file, service);
        foreach (var (file, calendar) in library.Calendars)
            CheckCalendar(file, calendar);
        foreach (var parameter in library.ParameterSheet)
            CheckClause(LibraryReader.ParametersFile, parameter.Key, parameter.Clause);
        Unique(LibraryReader.ClausesFile, "$", library.Clauses?.Select(c => c.Id) ?? []);
        foreach (var clause in library.Clauses ?? [])
            CheckText(LibraryReader.ClausesFile, $"clauses/{clause.Id}", clause.Text);
        if (library.Declaration is { } declaration)
            CheckText(LibraryReader.DeclarationFile, "text", declaration.Text);
        CheckParameters();
    }

    private void CheckService(string file, ServiceDefinition service)
    {
        // A procedure that is there but broken keeps its service out of no case: the version before stays in force.
        if (!files.Has($"{service.Definition}.json"))
            files.Add(file, "definition", "library.unknown-definition", service.Definition);
        CheckText(file, "name", service.Name);
        CheckText(file, "description", service.Description);
        CheckText(file, "standard", service.Standard);
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
        CheckText(file, place, evidence.Label);
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
        foreach (var (rule, value) in ParameterRule.All.Select(r => (r, Number(r))))
        {
            if (value < rule.Least)
                Refuse(rule, "library.below-least", $"{value} < {rule.Least}");
            if (value > rule.Most)
                Refuse(rule, "library.above-most", $"{value} > {rule.Most}");
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(p.Zone, out _))
            files.Add(LibraryReader.ParametersFile, "zone", "library.unknown-zone", p.Zone);
        if (p.ReleaseCalendar is { } calendar && p.ReleaseHours is null)
            files.Add(LibraryReader.ParametersFile, "releaseCalendar", "library.unknown-calendar", calendar);
        if (p.StudyTargetDays < p.StudyFloorDays)
            files.Add(
                LibraryReader.ParametersFile,
                "studyTargetDays",
                "library.target-below-floor",
                $"{p.StudyTargetDays}"
            );
    }

    private void Refuse(ParameterRule rule, string code, string detail) =>
        files.Add(LibraryReader.ParametersFile, rule.Key, code, detail);

    private decimal? Number(ParameterRule rule) =>
        rule.IsNumber && library.ParameterSheet.FirstOrDefault(p => p.Key == rule.Key)?.Value is JsonValue value
            ? value.TryGetValue(out decimal number)
                ? number
                : value.TryGetValue(out string? time)
                && TimeSpan.TryParse(time, CultureInfo.InvariantCulture, out var t)
                    ? (decimal)t.TotalHours
                    : null
            : null;

    /// <summary>What readers see is there in both languages and is what it looks like.</summary>
    private void CheckText(string file, string place, LocalText text)
    {
        foreach (var words in new[] { text.Ar, text.En })
        {
            if (string.IsNullOrWhiteSpace(words))
                files.Add(file, place, "library.text-missing", "");
            else if (TextRules.Clean(words, lines: true) is null)
                files.Add(file, place, "library.characters", words);
        }
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
