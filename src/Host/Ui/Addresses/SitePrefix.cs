using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Ui;

/// <summary>
/// Where the outside world sees CaseFlow. Inside, every address is written from its own root, <c>/cases/…</c>; only here, and where a
/// page is written, the prefix is put before it under which a reverse proxy shows it.
/// </summary>
internal static partial class SitePrefix
{
    /// <summary>Believes the proxies that are named, takes the prefix off what comes in and puts it before where answers lead.</summary>
    /// <exception cref="PrerequisiteException">A setting cannot be read; the message says which.</exception>
    public static void UseSitePrefix(this WebApplication app)
    {
        var settings = app.Configuration.GetSection("Proxy");
        if (Proxies(settings["Addresses"]) is { } proxies)
            app.UseForwardedHeaders(proxies);
        var configured = Configured(settings["PathBase"]);
        app.Use(
            (context, next) =>
            {
                context.Request.PathBase = Taken(context.Request, configured);
                context.Response.OnStarting(() => Lead(context));
                return next(context);
            }
        );
    }

    /// <summary>An address of ours as it is seen from outside; any other as it is.</summary>
    public static string Outside(HttpRequest request, string address) =>
        request.PathBase.HasValue && IsOurs(address) ? request.PathBase.ToUriComponent() + address : address;

    /// <summary>An address that came from outside as it is written here; null when it does not lead to us.</summary>
    public static string? Inside(HttpRequest request, string address)
    {
        var prefix = request.PathBase.ToUriComponent();
        var below = address.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase);
        return below && IsOurs(address[prefix.Length..]) ? address[prefix.Length..] : null;
    }

    private static bool IsOurs(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);

    // A proxy may cut the prefix off or leave it: both are understood.
    private static PathString Taken(HttpRequest request, PathString configured)
    {
        var forwarded = new PathString(request.PathBase.Value?.TrimEnd('/'));
        var prefix = IsPrefix(forwarded.Value) ? forwarded : configured;
        if (prefix.HasValue && request.Path.StartsWithSegments(prefix, out var rest))
            request.Path = rest.HasValue ? rest : "/";
        return prefix;
    }

    private static Task Lead(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.Location is [{ } address])
            headers[HeaderNames.Location] = Outside(context.Request, address);
        return Task.CompletedTask;
    }

    private static PathString Configured(string? setting)
    {
        var prefix = setting?.TrimEnd('/');
        if (string.IsNullOrEmpty(prefix))
            return PathString.Empty;
        return IsPrefix(prefix)
            ? new PathString(prefix)
            : throw new PrerequisiteException(
                $"Proxy:PathBase is {setting}; it has to be a path such as /caseflow, of letters, digits and dashes."
            );
    }

    private static bool IsPrefix(string? text) => text is not null && Prefix().IsMatch(text);

    private static ForwardedHeadersOptions? Proxies(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return null;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in setting.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(text, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(text, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new PrerequisiteException(
                    $"Proxy:Addresses names {text}; it has to be an address such as 10.0.0.5 or a network such as 10.0.0.0/24."
                );
        }
        return options;
    }

    [GeneratedRegex("^(/[A-Za-z0-9._~-]+)+$")]
    private static partial Regex Prefix();
}
