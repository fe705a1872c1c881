using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Host.Features.Account;

/// <summary>How a browser stays signed in.</summary>
public static class AccountCookie
{
    public static void AddAccountCookie(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "caseflow-session";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = "/sign-in";
            o.ReturnUrlParameter = "returnUrl";
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
            o.SlidingExpiration = true;
            // A session lasts hours of the real day, however far the development clock has been moved.
            o.TimeProvider = TimeProvider.System;
            o.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            o.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
    }

    // People are led to the sign-in page; programs, and people who may not, get the plain status and its explanation.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && !ErrorHandling.WantsJson(context.HttpContext))
        {
            var wanted = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"{context.Options.LoginPath}?returnUrl={Uri.EscapeDataString(wanted)}");
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
