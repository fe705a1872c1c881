using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Account;

[AllowAnonymous]
public sealed class PreferencesModel(IStringLocalizer<Texts> texts, TimeProvider time) : PageModel
{
    public DateTimeOffset Now => time.GetUtcNow();

    public IActionResult OnPost(string? language, DigitShape digits, CalendarKind calendar, Theme theme)
    {
        var known = RequestPreferences.Languages.FirstOrDefault(l => l == language);
        new PreferencesCookie(known, digits, calendar, theme).Write(Response);
        TempData["Flash"] = texts["Preferences.Saved"].Value;
        return Redirect("/preferences");
    }

    /// <summary>The switch in the header: changes the language and leaves what else was chosen.</summary>
    public IActionResult OnPostLanguage(string language, string? returnUrl)
    {
        if (!RequestPreferences.Languages.Contains(language))
        {
            return BadRequest();
        }

        (PreferencesCookie.Read(Request) with { Language = language }).Write(Response);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
