using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>
/// Tries a version of a procedure, a draft as well, in virtual time. Nothing real is touched and nothing is kept, so an auditor may, too.
/// </summary>
[Authorize(Roles = StaffRoles.Overseers)]
[RequestSizeLimit(4 * 1024 * 1024)]
[RequestFormLimits(ValueLengthLimit = 4 * 1024 * 1024)]
public sealed class IndexModel(
    ProcedureQueries procedures,
    TrialPlayer player,
    TrialAnswers answers,
    TrialStory story,
    FormFields forms,
    PolicyLibrary library,
    Reader reader,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public VersionLine Version { get; private set; } = null!;

    public WorkflowDefinition Definition { get; private set; } = null!;

    public string Name => Picture.Half(Version.Name, reader.IsArabic);

    public bool NeedsCase { get; private set; }

    /// <summary>The services to choose from, those that follow this procedure first.</summary>
    public IReadOnlyList<ServiceDefinition> Services { get; private set; } = [];

    public IReadOnlyList<DeclaredInput> Inputs { get; private set; } = [];

    /// <summary>Null until it has begun.</summary>
    public Played? Played { get; private set; }

    public IReadOnlyList<StoryLine> Lines { get; private set; } = [];

    public Picture? Picture { get; private set; }

    /// <summary>The task whose form is open.</summary>
    public TrialWait? Answering { get; private set; }

    public IReadOnlyList<FormFieldView>? Fields { get; private set; }

    /// <summary>The version was changed since the run began; it was played anew on what it says now.</summary>
    public bool Changed { get; private set; }

    public Refusal? Refused { get; private set; }

    public TrialStory Story => story;

    public string Address => $"/procedures/{Uri.EscapeDataString(Id)}/trial?version={Version.Version}";

    public Task OnGetAsync(int? version, CancellationToken ct) => LoadAsync(version, ct);

    public async Task<IActionResult> OnPostAsync(
        int? version,
        string? run,
        string? act,
        string? task,
        CancellationToken ct
    )
    {
        await LoadAsync(version, ct);
        try
        {
            var script = act == "begin" ? Begin() : TrialScript.Parse(run);
            Changed = script.Mark != Version.Mark;
            await PlayAsync(script with { Mark = Version.Mark }, ct);
            if (Next(act) is { } next)
                await PlayAsync(next, ct);
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
        }
        if (Played is not null)
            Show(task);
        return Page();
    }

    private TrialScript Begin()
    {
        var service = NeedsCase ? Request.Form["service"].ToString() : null;
        return new TrialScript(
            Version.Mark,
            clock.GetUtcNow(),
            service,
            Request.Form["complete"] != "false",
            DeclaredInputs.Typed(Request.Form),
            []
        );
    }

    private async Task PlayAsync(TrialScript script, CancellationToken ct)
    {
        var input = DeclaredInputs.Read(Definition, script.Input);
        Played = await player.PlayAsync(Definition, script, input, ct);
    }

    /// <summary>The script with what was just done; null when nothing was, or when it was done wrong.</summary>
    private TrialScript? Next(string? act)
    {
        var (script, waits, posted) = (Played!.Script, Played.Result.Waits, Request.Form);
        switch (act)
        {
            case "undo":
                return script.WithoutLast();
            case "timer":
                return script.With(new TrialMove.Timer());
            case "days" when int.TryParse(Numerals.Latin(posted["days"].ToString()), out var days) && days > 0:
                return script.With(new TrialMove.Days(Math.Min(days, TrialMove.Days.Most)));
            case "event" when posted["event"].ToString() is { Length: > 0 } name:
                var by = Played.Case is null ? null : TrialPeople.OfEvents;
                return script.With(new TrialMove.Event(name, Typed(posted["payload"]), by));
            case "call" when waits.FirstOrDefault(w => w.Kind == "call" && w.Id == posted["call"]) is { } call:
                var status = int.TryParse(Numerals.Latin(posted["status"].ToString()), out var code) ? code : 0;
                return script.With(new TrialMove.Call(call.Id, status, Typed(posted["content"])));
            case "task" when waits.FirstOrDefault(w => w.Task is not null && w.Id == posted["task"]) is { } wait:
                return Completed(script, wait, posted["outcome"].ToString());
            default:
                return null;
        }
    }

    private TrialScript? Completed(TrialScript script, TrialWait wait, string outcome)
    {
        var (order, now) = (wait.Task!, Played!.Result.End);
        if (!wait.Outcomes.Contains(outcome))
            throw RefusalException.Of("task.unknown-outcome", null, ("outcome", outcome), ("outcomes", wait.Outcomes));
        var form = answers.FormOf(order);
        var typed = form is null ? [] : Filled(FormPost.Read(form, Request.Form));
        var problems = answers.Check(order, outcome, typed);
        if (problems.Count > 0)
        {
            (Answering, Fields) = (wait, forms.Show(form!, typed, problems, Request.Form));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }
        object? data =
            form is null && Typed(Request.Form["data"]) is { } given
                ? given
                : JsonNode.Parse(PlainJson.ToJson(answers.Complete(order, outcome, typed, Played.Case, now)));
        return script.With(new TrialMove.Task(wait.Id, outcome, data as JsonNode, TrialPeople.For(order)));
    }

    private void Show(string? chosen)
    {
        var tasks = Played!.Result.Waits.Where(w => w.Task is not null).ToList();
        Answering ??= tasks.Find(w => w.Id == chosen) ?? tasks.FirstOrDefault();
        if (Answering?.Task is { } order && Fields is null && answers.FormOf(order) is { } form)
            Fields = forms.Show(form, TrialInventions.Answers(form.Fields, Played.Result.End));
        Lines = story.Tell(Played);
        if (Lines.Count == 0)
            return;
        var waiting = Played.Result.Waits.GroupBy(w => w.ActivityId).ToDictionary(g => g.Key, g => g.Count());
        Picture = Picture.Of(Definition, waiting, reader.IsArabic)?.WithWay(TrialStory.Way(Played));
    }

    /// <summary>JSON as it is meant, anything else as text; null for nothing.</summary>
    private static JsonNode? Typed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : PlainJson.TryParse(text, out var value) ? JsonNode.Parse(PlainJson.ToJson(value))
        : JsonValue.Create(text);

    private static Dictionary<string, object?> Filled(Dictionary<string, object?> posted) =>
        posted.Where(p => p.Value is not (null or "")).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private async Task LoadAsync(int? version, CancellationToken ct)
    {
        var versions = await procedures.OfProcedureAsync(Id, ct);
        Version =
            versions.FirstOrDefault(v => version is null ? v.IsLatest : v.Version == version)
            ?? throw RefusalException.Of("procedure.unknown");
        Definition = await procedures.ReadAsync(Id, Version.Version, ct);
        NeedsCase = await player.NeedsCaseAsync(Definition, ct);
        Inputs = DeclaredInputs.Of(Definition, NeedsCase, reader);
        if (NeedsCase)
            Services =
            [
                .. library.Services.Values.OrderBy(s => s.Definition != Id).ThenBy(s => s.Code, StringComparer.Ordinal),
            ];
    }
}
