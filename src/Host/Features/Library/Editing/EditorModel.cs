using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>What every editor works with.</summary>
public sealed record EditorTools(
    EditorDesk Desk,
    SheetViews Views,
    Reader Reader,
    RefusalText Refusals,
    FindingText Findings,
    IStringLocalizer<Texts> Texts
);

/// <summary>
/// The page that edits one document of the policy library by its parts. It works by posting back: each button of a list answers with the
/// page as it is then, and only saving keeps anything. An unfinished draft may be saved; the gate counts when it is published.
/// </summary>
[Authorize(Roles = StaffRoles.Overseers)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(ValueCountLimit = 20_000, ValueLengthLimit = 100_000)]
public abstract class EditorModel(EditorTools tools) : PageModel
{
    private const int MostBytes = 2_000_000;

    private JsonObject _sheet = [];
    private string? _touched;
    private List<(string Path, string Sentence)> _found = [];

    /// <summary>Key of the document; null while it is a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>The key that a new document shall have.</summary>
    public string NewKey { get; private set; } = "";

    public OpenedDocument? Opened { get; private set; }

    public string? Seen { get; private set; }

    public IReadOnlyList<PartView> Shown { get; private set; } = [];

    /// <summary>What keeps it from being published and is about no field of this page.</summary>
    public IReadOnlyList<FolderProblem> Others { get; private set; } = [];

    public IReadOnlyList<ProblemView> Problems => [.. SheetViews.Problems(Shown)];

    public Refusal? Refused { get; private set; }

    public bool IsNew => Key is null;

    public bool MayEdit => User.IsInRole(Role.PolicyAdministrator);

    /// <summary>The partial that shows what readers will see of it; null when there is nothing to show.</summary>
    public virtual string? Preview => null;

    /// <summary>The documents of its kind lie here.</summary>
    public abstract string Folder { get; }

    /// <summary>What such a document consists of.</summary>
    protected abstract IReadOnlyList<Part> Parts { get; }

    protected EditorDesk Desk => tools.Desk;

    protected IStringLocalizer<Texts> Words => tools.Texts;

    protected Reader Reader => tools.Reader;

    protected JsonObject Typed => _sheet;

    /// <summary>Where the page itself is.</summary>
    public virtual string Here => Key is null ? $"/library/{Folder}/new" : $"/library/{Folder}/{Key}/edit";

    /// <summary>Where the document with its versions is.</summary>
    public string Document => Key is null ? "/library" : $"/library/{Folder}/{Key}";

    private string Id => $"{Folder}/{Key ?? (SaveDocumentHandler.IsKey(NewKey) ? NewKey : "unnamed")}";

    /// <param name="from">Key of a document to begin a new one with.</param>
    public async Task OnGetAsync(string? from, CancellationToken ct)
    {
        await OpenAsync(ct);
        var basis = Opened?.Content ?? (from is null ? null : Desk.Published($"{Folder}/{from}"));
        _sheet = basis is null ? Sheet.Of(Parts, []) : Sheet.Of(Parts, Read(basis));
        if (Opened is { IsDraft: true })
            await CheckAsync(ct);
        Show();
    }

    /// <param name="act">What was pressed: <c>save</c>, <c>check</c>, or a button of a list.</param>
    public async Task<IActionResult> OnPostAsync(string? act, string? seen, string? newKey, CancellationToken ct)
    {
        if (!MayEdit)
            return Forbid();
        await OpenAsync(ct);
        (Seen, NewKey) = (seen, newKey?.Trim() ?? "");
        _sheet = Sheet.Read(Parts, Request.Form);
        if (act == "save")
        {
            if (await SaveAsync(ct) is { } elsewhere)
                return elsewhere;
        }
        else if (SheetActs.Do(act ?? "", Parts, _sheet) is { } touched)
            _touched = touched;
        else
            await CheckAsync(ct);
        Show();
        return Page();
    }

    /// <summary>The lists that parts are chosen from.</summary>
    protected abstract IReadOnlyList<ChoiceView>? Choices(string source, JsonObject item, JsonArray? siblings);

    /// <summary>Fetches what the page needs beside the document.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The document's JSON as one object.</summary>
    protected virtual JsonObject Read(PolicyDocument document) => EditorJson.Node(document) as JsonObject ?? [];

    /// <summary>The text of the document's file.</summary>
    protected virtual JsonNode Written(JsonObject document) => document;

    /// <summary>The values of the fixed parts.</summary>
    protected virtual IReadOnlyDictionary<string, JsonNode> Given(int version) =>
        new Dictionary<string, JsonNode> { [KeyName] = Key ?? NewKey, ["version"] = version };

    protected virtual string KeyName => "key";

    /// <summary>The clauses of the policy, to choose from.</summary>
    public IReadOnlyList<ChoiceView> Clauses =>
        [
            .. Desk.InForce.Library.Clauses.Select(c => new ChoiceView(
                c.Id,
                $"{c.Id} · {Shortened(c.Text.In(Reader.Preferences.Language))}"
            )),
        ];

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..59].TrimEnd() + "…";

    private async Task OpenAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (Key is null)
            return;
        Opened = await Desk.OpenAsync(Id, ct);
        Seen = Opened.Mark;
    }

    private async Task<IActionResult?> SaveAsync(CancellationToken ct)
    {
        try
        {
            if (IsNew && !SaveDocumentHandler.IsKey(NewKey))
                throw RefusalException.Of("library.key", "P11");
            var (document, _) = Write();
            var row = await Desk.SaveAsync(document, Key is null ? null : Seen, User.ToActor(), ct);
            Key ??= NewKey;
            await CheckAsync(ct);
            var sound = _found.Count + Others.Count == 0;
            TempData["Flash"] = Words[sound ? "Saved" : "SavedUnfinished", Reader.Number(row.Version)].Value;
            TempData["FlashTone"] = $"{(sound ? Tone.Success : Tone.Warning)}";
            return Redirect(sound ? Document : Here);
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return null;
        }
    }

    private (PolicyDocument Document, IReadOnlyList<SheetProblem> Problems) Write()
    {
        IReadOnlyList<SheetProblem> problems = [];
        var document = Desk.Numbered(
            Id,
            version =>
            {
                var file = SheetFile.Write(Parts, _sheet, Given(version));
                problems = file.Problems;
                var text = Written(file.Document).ToJsonString(EditorJson.Written);
                return new PolicyDocument(Id, new Dictionary<string, string> { [$"{Id}.json"] = text });
            }
        );
        return (document, problems);
    }

    /// <summary>Fields that cannot be written come first: the gate has nothing to say of a file that it cannot read.</summary>
    private async Task CheckAsync(CancellationToken ct)
    {
        var (document, problems) = Write();
        _found = [.. problems.Select(p => (p.Path, tools.Refusals.Sentence(p.Code, p.Facts)))];
        if (_found.Count > 0)
            return;
        var found = (await Desk.CheckAsync(document, ct)).ToLookup(p =>
            SheetPlaces.PathOf(p, $"{Id}.json", Parts, _sheet)
        );
        _found =
        [
            .. found.Where(g => g.Key is not null).SelectMany(g => g.Select(p => (g.Key!, tools.Findings.Sentence(p)))),
        ];
        Others = [.. found[null]];
    }

    private void Show() =>
        Shown = tools.Views.Show(
            Parts,
            _sheet,
            _found.ToLookup(f => f.Path, f => f.Sentence),
            Choices,
            !MayEdit,
            _touched
        );
}
