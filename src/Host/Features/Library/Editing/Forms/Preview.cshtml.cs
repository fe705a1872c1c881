using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Portal;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Library.Editing.Forms;

/// <summary>A form as members and staff will see it, in a frame of the editor: what is stored, or what is being typed.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
[RequestSizeLimit(2_000_000)]
[RequestFormLimits(ValueCountLimit = 20_000, ValueLengthLimit = 100_000)]
public sealed class PreviewModel(EditorDesk desk, FormFields fields) : PageModel
{
    private FormDefinition _form = new("", 1, new("", ""));

    public LocalText Title => _form.Title;

    /// <summary>How many fields are not far enough to be shown.</summary>
    public int Unfinished { get; private set; }

    public QuestionsView Questions { get; private set; } = null!;

    public async Task OnGetAsync(string? key, string? language, CancellationToken ct)
    {
        var document = key is null ? null : (await desk.OpenAsync($"forms/{key}", ct)).Content;
        Show(document is null ? [] : EditorJson.Node(document) as JsonObject ?? [], language);
    }

    public IActionResult OnPost(string? language)
    {
        if (!User.IsInRole(Role.PolicyAdministrator))
            return Forbid();
        var sheet = Sheet.Read(FormParts.All, Request.Form);
        Show(SheetFile.Write(FormParts.All, sheet, new Dictionary<string, JsonNode>()).Document, language);
        return Page();
    }

    private void Show(JsonObject document, string? language)
    {
        SpeakTo(language == "en" ? "en" : "ar");
        var all = (document["fields"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var known = all.Select(Finished).OfType<FormField>().DistinctBy(f => f.Key).ToList();
        Unfinished = all.Count - known.Count;
        _form = new FormDefinition("", 1, Fit<LocalText>(document["title"]) ?? new("…", "…"), null, known);
        Questions = new QuestionsView(_form, fields.Show(_form, new Dictionary<string, object?>()));
        // The one page that may stand in a frame of ours; it leads nowhere.
        Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'";
        Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    private void SpeakTo(string language)
    {
        var preferences = RequestPreferences.DefaultsFor(language) with { Theme = HttpContext.Preferences().Theme };
        HttpContext.Features.Set(preferences);
        CultureInfo.CurrentUICulture = preferences.TextCulture;
        Response.Headers.ContentLanguage = language;
    }

    private static FormField? Finished(JsonObject field)
    {
        var read = (JsonObject)field.DeepClone();
        read["label"] ??= new JsonObject { ["ar"] = "…", ["en"] = "…" };
        return Fit<FormField>(read);
    }

    private static T? Fit<T>(JsonNode? node)
        where T : class
    {
        try
        {
            return node?.Deserialize<T>(LibraryJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
