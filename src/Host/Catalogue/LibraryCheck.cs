using System.Text.Json.Nodes;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;

namespace CaseFlow.Host.Catalogue;

/// <summary>Checks that the files fit one another: nothing may point at what is not there.</summary>
internal sealed partial class LibraryCheck(LibraryFiles files, LibraryReader library)
{
    private readonly Dictionary<string, FormDefinition> forms = library.Forms.Values.ToDictionary(f => f.Key);
    private readonly HashSet<string>? clauses = library.Clauses?.Select(c => c.Id).ToHashSet();

    // A library without any letters is one whose letters are kept elsewhere.
    private readonly bool hasLetters = files.In("letters").Count > 0;

    public void Run()
    {
        foreach (var (id, text) in library.Definitions)
            CheckDefinition($"{id}.json", JsonNode.Parse(text)!);
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
        if (!library.Definitions.ContainsKey(service.Definition))
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

    /// <summary>Clauses, forms and letters named anywhere in a procedure. The engine checks the rest when it is published.</summary>
    private void CheckDefinition(string file, JsonNode? node, string place = "$")
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                CheckDefinition(file, item, place);
            return;
        }
        if (node is not JsonObject members)
            return;
        if (members["type"] is not null && members["id"] is { } id)
            place = id.ToString();
        if (members["customProperties"] is JsonObject custom)
        {
            CheckClause(file, place, custom["clause"]?.ToString());
            foreach (var clause in custom["clauses"] as JsonArray ?? [])
                CheckClause(file, place, clause?.ToString());
        }
        if (Named(members, "form") is { } form && !forms.ContainsKey(form))
            files.Add(file, place, "library.unknown-form", form);
        foreach (var letter in new[] { Named(members, "letter"), Named(members, "reminderLetter") })
        {
            if (letter is not null && hasLetters && !files.Has($"letters/{letter}.json"))
                files.Add(file, place, "library.unknown-letter", letter);
        }
        foreach (var (_, member) in members)
            CheckDefinition(file, member, place);
    }

    /// <summary>What a literal input names; null when it is computed or not given.</summary>
    private static string? Named(JsonObject activity, string input) =>
        activity[input] is JsonObject wrapper
        && wrapper["expression"] is JsonObject expression
        && expression["type"]?.ToString() == "Literal"
            ? expression["value"]?.ToString()
            : null;

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
