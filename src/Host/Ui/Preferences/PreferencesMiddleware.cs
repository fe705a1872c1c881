using System.Globalization;

namespace CaseFlow.Host.Ui;

internal static class PreferencesMiddleware
{
    /// <summary>
    /// Binds the reader's preferences to the request. The culture of formats is always the invariant one, so a posted
    /// number or date means the same in both languages; only the culture of texts follows the reader.
    /// </summary>
    public static void UseCaseFlowPreferences(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var preferences = PreferencesCookie.Read(context.Request).For(context.Request);
                context.Features.Set(preferences);
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                CultureInfo.CurrentUICulture = preferences.TextCulture;
                context.Response.Headers.ContentLanguage = preferences.Language;
                return next(context);
            }
        );

    /// <summary>The preferences bound to this request; the society's language outside one.</summary>
    public static RequestPreferences Preferences(this HttpContext? context) =>
        context?.Features.Get<RequestPreferences>() ?? RequestPreferences.DefaultsFor("ar");
}
