using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Letters;

/// <summary>A letter as it was issued, in a frame of its own: it brings its own head, type and print sheet.</summary>
[Authorize]
public sealed class LetterModel(LetterReading letters, Reader reader) : PageModel
{
    public LetterRow Letter { get; private set; } = null!;

    /// <summary>The language of the letter, which need not be that of the page.</summary>
    public string Language { get; private set; } = "ar";

    public bool Staff => StaffRoles.Readers.Split(',').Any(User.IsInRole);

    public string Subject => Language == "ar" ? Letter.SubjectAr : Letter.SubjectEn;

    public async Task OnGetAsync(string number, string? language, CancellationToken ct)
    {
        Language = RequestPreferences.Languages.FirstOrDefault(l => l == language) ?? reader.Preferences.Language;
        Letter = await letters.GetAsync(number, User.ToActor(), ct);
    }
}
