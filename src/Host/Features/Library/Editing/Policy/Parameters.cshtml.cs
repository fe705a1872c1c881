using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library.Editing.Policy;

/// <summary>The values of the policy: each with its clause, its bounds and what it governs, and what a change of it would mean.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class ParametersModel(
    EditorDesk desk,
    CaseFlowDb db,
    TimeProvider clock,
    Reader reader,
    RefusalText refusals,
    FindingText findings,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private const string Id = PolicyDocument.Parameters;
    private const string Sheet = $"{Id}.json";

    public OpenedDocument Opened { get; private set; } = null!;

    /// <summary>The mark of the version that the reader's typing is based on.</summary>
    public string Seen { get; private set; } = "";

    public IReadOnlyList<FormFieldView> Fields { get; private set; } = [];

    /// <summary>What is wrong beside the fields: a procedure that would no longer pass, for example.</summary>
    public IReadOnlyList<FolderProblem> Others { get; private set; } = [];

    public ParameterPreview? Preview { get; private set; }

    public Refusal? Refused { get; private set; }

    public bool MayEdit => User.IsInRole(Role.PolicyAdministrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        var sheet = ParameterSheet.Of(Opened.Content);
        Fields = Show(sheet, []);
        if (Opened.IsDraft)
            await PreviewAsync(Opened.Content, ct);
    }

    /// <param name="act"><c>save</c>, or <c>preview</c> to see what the change would mean.</param>
    public async Task<IActionResult> OnPostAsync(string? act, string? seen, CancellationToken ct)
    {
        if (!MayEdit)
            return Forbid();
        await OpenAsync(ct);
        Seen = seen ?? "";
        var sheet = ParameterSheet.Of(Opened.Content).With(Request.Form);
        var problems = sheet.Entries.Select(e => e.Problem).OfType<FieldProblem>().ToList();
        Fields = Show(sheet, problems);
        if (problems.Count > 0)
            return Wrong();
        var document = desk.Numbered(Id, sheet.Write);
        var found = await desk.CheckAsync(document, ct);
        problems.AddRange(found.Where(IsHere).Select(p => new FieldProblem(p.Place!, p.Code, p.Facts)));
        Others = [.. found.Where(p => !IsHere(p))];
        Fields = Show(sheet, problems);
        if (found.Count > 0)
            return Wrong();
        if (act != "preview")
            return await SaveAsync(document, ct);
        await PreviewAsync(document, ct);
        return Page();
    }

    private PageResult Wrong()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(PolicyDocument document, CancellationToken ct)
    {
        try
        {
            var row = await desk.SaveAsync(document, Seen, User.ToActor(), ct);
            TempData["Flash"] = texts["Saved", reader.Number(row.Version)].Value;
            return Redirect($"/library/{Id}");
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return Page();
        }
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        Opened = await desk.OpenAsync(Id, ct);
        Seen = Opened.Mark;
    }

    private async Task PreviewAsync(PolicyDocument document, CancellationToken ct)
    {
        var policy = await desk.WithAsync(document, ct);
        if (policy.Problems.Count > 0)
            return;
        var inStudy = await db.Cases.CountAsync(c => c.Status == CaseStatus.InStudy, ct);
        Preview = ParameterPreview.Of(desk.InForce.Library, policy.Library, clock.GetUtcNow(), inStudy);
    }

    private static bool IsHere(FolderProblem problem) =>
        problem.File == Sheet && problem.Place is { } place && ParameterRule.Find(place) is not null;

    private List<FormFieldView> Show(ParameterSheet sheet, IReadOnlyList<FieldProblem> problems) =>
        [.. sheet.Entries.Select(e => Show(e, problems.FirstOrDefault(p => p.Field == e.Rule.Key)))];

    private FormFieldView Show(ParameterEntry entry, FieldProblem? problem)
    {
        var rule = entry.Rule;
        var kind = rule.Kind switch
        {
            ParameterKind.YesNo or ParameterKind.Calendar => FieldType.Choice,
            ParameterKind.Zone => FieldType.Text,
            _ => FieldType.Number,
        };
        return new FormFieldView(rule.Key, kind, entry.Label.In(reader.Preferences.Language))
        {
            Value = entry.Text,
            Help = string.Join(' ', [texts[$"Governs.{rule.Key}"], .. Bounds(rule)]),
            WhyClause = entry.Clause,
            ClauseNote = texts["Serves"],
            Required = !rule.Optional,
            IsCode = rule.Kind == ParameterKind.Zone,
            ReadOnly = !MayEdit,
            Unit = rule.Kind is ParameterKind.Days or ParameterKind.Hours ? texts[$"Unit.{rule.Kind}"].Value : null,
            Options =
                rule.Kind == ParameterKind.YesNo ? Answers
                : rule.Kind == ParameterKind.Calendar ? Calendars(entry.Text)
                : [],
            IsCompact = rule.Kind == ParameterKind.Calendar,
            Error =
                problem is null ? null
                : problem.Code.StartsWith("form.", StringComparison.Ordinal) || problem.Code == "library.whole-number"
                    ? refusals.Sentence(problem.Code, problem.Facts)
                : findings.Sentence(problem.Code, problem.Facts),
        };
    }

    private IReadOnlyList<ChoiceView> Answers =>
        [new("", texts["Rule.open"]), new("true", texts["Rule.true"]), new("false", texts["Rule.false"])];

    private List<ChoiceView> Calendars(string typed)
    {
        var known = desk.InForce.Library.Calendars.Values.ToDictionary(
            c => c.Key,
            c => c.Name.In(reader.Preferences.Language)
        );
        if (typed.Length > 0)
            known.TryAdd(typed, typed);
        return [new("", texts["NotRounded"]), .. known.Select(c => new ChoiceView(c.Key, c.Value))];
    }

    private IEnumerable<string> Bounds(ParameterRule rule)
    {
        if (rule.IsNumber)
            yield return texts["Bounds", reader.Number(rule.Least), reader.Number(rule.Most)];
        if (rule.IsNumber && rule.Optional)
            yield return texts["MayBeOpen"];
    }
}
