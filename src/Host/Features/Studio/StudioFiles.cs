using System.Globalization;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Features.Studio;

/// <summary>
/// The files of the npm package, handed out as they were compressed by its makers: the smaller sibling (<c>.br</c>, <c>.gz</c>) under
/// the name, type and address of the original.
/// </summary>
/// <param name="npmFolder">Where packages lie; null when the host was built without any.</param>
public sealed class StudioFiles(string? npmFolder)
{
    private static readonly (string Coding, string Extension)[] Compressed = [("br", ".br"), ("gzip", ".gz")];
    private static readonly FileExtensionContentTypeProvider Types = KnownTypes();

    // The only two below _framework whose names carry no hash of what is in them.
    private static readonly string[] SameNameEachRelease = ["blazor.webassembly.js", "dotnet.js"];

    private readonly string? root = npmFolder is null
        ? null
        : Path.Combine(npmFolder, "@elsa-workflows", "elsa-studio-wasm");

    /// <summary>Whether there is a designer to show.</summary>
    public bool Exist => root is not null && File.Exists(Path.Combine(root, "_framework", "blazor.webassembly.js"));

    /// <summary>Answers with one file of the package.</summary>
    /// <param name="path">Below the package's folder, with forward slashes.</param>
    public IResult Send(HttpContext context, string path)
    {
        if (Find(path) is not { } original || !Types.TryGetContentType(original, out var type))
            return Results.NotFound();
        var (file, coding) = Smallest(original, context.Request);
        var info = new FileInfo(file);
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = IsForEver(path) ? "public, max-age=31536000, immutable" : "no-cache";
        if (coding is not null)
            headers.ContentEncoding = coding;
        var tag = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}{coding}\""
        );
        return Results.File(file, type, lastModified: info.LastWriteTimeUtc, entityTag: new EntityTagHeaderValue(tag));
    }

    private string? Find(string path)
    {
        if (root is null)
            return null;
        var file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file)
            ? file
            : null;
    }

    private static (string File, string? Coding) Smallest(string original, HttpRequest request)
    {
        var accepted = request
            .GetTypedHeaders()
            .AcceptEncoding.Where(e => e.Quality is null or > 0)
            .Select(e => e.Value.ToString())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Compressed
            .Where(c => accepted.Contains(c.Coding) && File.Exists(original + c.Extension))
            .Select(c => (original + c.Extension, (string?)c.Coding))
            .FirstOrDefault((original, null));
    }

    private static bool IsForEver(string path) =>
        path.StartsWith("_framework/", StringComparison.Ordinal)
        && !SameNameEachRelease.Contains(path["_framework/".Length..]);

    private static FileExtensionContentTypeProvider KnownTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = types.Mappings[".blat"] = "application/octet-stream";
        types.Mappings[".map"] = "application/json";
        return types;
    }
}

internal static class StudioFilesRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Everybody may fetch them: they are the public package, and hold nothing of ours.</summary>
    public static void MapStudioFiles(this WebApplication app)
    {
        foreach (var folder in new[] { "_framework", "_content" })
            Map(app, $"/studio/{folder}/{{**file}}", (string file) => $"{folder}/{file}");
        foreach (var file in new[] { "appsettings.json", "Elsa.Studio.Host.CustomElements.styles.css" })
            app.MapMethods(
                    $"/studio/{file}",
                    Methods,
                    (HttpContext context, StudioFiles files) => files.Send(context, file)
                )
                .AllowAnonymous()
                .ExcludeFromDescription();
    }

    private static void Map(WebApplication app, string route, Func<string, string> path) =>
        app.MapMethods(
                route,
                Methods,
                (string file, HttpContext context, StudioFiles files) => files.Send(context, path(file))
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
}
