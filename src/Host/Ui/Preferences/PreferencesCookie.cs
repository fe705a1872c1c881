using CaseFlow.Domain.Calendars;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseFlow.Host.Ui;

/// <summary>
/// What a reader has chosen, kept in the browser: it must work before signing in and says nothing about the person. A
/// choice that was never made stays open and follows the language.
/// </summary>
public sealed record PreferencesCookie(string? Language, DigitShape? Digits, CalendarKind? Calendar, Theme? Theme)
{
    public const string Name = "caseflow-preferences";

    public static PreferencesCookie Read(HttpRequest request)
    {
        var values = QueryHelpers.ParseQuery(request.Cookies[Name]);
        var language = RequestPreferences.Languages.FirstOrDefault(l => l == values.GetValueOrDefault("language"));
        return new(
            language,
            Choice<DigitShape>(values.GetValueOrDefault("digits")),
            Choice<CalendarKind>(values.GetValueOrDefault("calendar")),
            Choice<Theme>(values.GetValueOrDefault("theme"))
        );
    }

    public RequestPreferences For(HttpRequest request)
    {
        var defaults = RequestPreferences.DefaultsFor(Language ?? Accepted(request));
        return defaults with
        {
            Digits = Digits ?? defaults.Digits,
            Calendar = Calendar ?? defaults.Calendar,
            Theme = Theme ?? defaults.Theme,
        };
    }

    public void Write(HttpResponse response)
    {
        var text = string.Join('&', Pairs().Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
        response.Cookies.Append(
            Name,
            text,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                Path = response.HttpContext.Request.PathBase.HasValue ? response.HttpContext.Request.PathBase : "/",
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = response.HttpContext.Request.IsHttps,
            }
        );
    }

    private IEnumerable<(string Name, string? Value)> Pairs() =>
        [
            ("language", Language),
            ("digits", Digits?.ToString()),
            ("calendar", Calendar?.ToString()),
            ("theme", Theme?.ToString()),
        ];

    // The first language of the browser that we speak; the society's own language when there is none.
    private static string Accepted(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0])
            .FirstOrDefault(l => RequestPreferences.Languages.Contains(l))
        ?? "ar";

    private static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
