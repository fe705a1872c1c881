using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseFlow.Host.Features.Account;
using CaseFlow.Host.Ui.Assets;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace CaseFlow.Host.Ui;

/// <summary>Everything pages stand on: texts, preferences, styles, icons, error pages, security headers.</summary>
public static class CaseFlowUi
{
    public static void AddCaseFlowUi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Features";
            // A page is for people who are signed in unless it says otherwise.
            o.Conventions.AuthorizeFolder("/");
            o.Conventions.AddPageRoute("/Procedures/Details", "library/{folder}/{key}/{handler?}");
            o.Conventions.AddPageRoute("/Procedures/Publication", "library/{folder}/{key}/publication");
        });
        services.AddAccountCookie();
        services.Configure<RazorViewEngineOptions>(FindPartials);
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Reader>();
        services.AddScoped<FormFields>();
        services.AddErrorHandling();
        services.AddAntiforgery(o => o.SuppressXFrameOptionsHeader = true);
        services.AddSingleton<IconSet>();
        services.AddSingleton<PolicyText>();
        services.AddSingleton<SiteStyles>();
        services.AddSingleton(SocietyName.From(builder.Configuration));
        // Arabic is written as Arabic, not as six characters a letter.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        AddCompression(services);
    }

    public static void UseCaseFlowUi(this WebApplication app)
    {
        app.UseSitePrefix();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseCaseFlowPreferences();
        app.UseErrorHandling();
        app.UseStaticAssets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapGet(SiteStyles.Route, (SiteStyles styles, HttpContext context) => styles.Send(context))
            .ExcludeFromDescription();
    }

    // Partials live beside the components they draw.
    private static void FindPartials(RazorViewEngineOptions options)
    {
        foreach (var folder in new[] { "", "/Components", "/Forms" })
        {
            options.PageViewLocationFormats.Add($"/Ui{folder}/{{0}}.cshtml");
            options.ViewLocationFormats.Add($"/Ui{folder}/{{0}}.cshtml");
        }
    }

    // Pages carry no secret that an attacker could guess by the size of an answer: the one token in them is new each time.
    private static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }
}
