using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace CaseFlow.Host.Ui.Assets;

/// <summary>
/// The stylesheets of the components, one small file each on disk, joined behind Bootstrap into one answer for each
/// direction: a phone on a slow line asks once. The address carries the content's hash, so it may be kept for ever.
/// </summary>
public sealed partial class SiteStyles(IWebHostEnvironment environment)
{
    // Tokens first because everything builds on them; the others are linked apart, for those who want or need them.
    private static readonly string[] First = ["tokens.css", "fonts.css", "base.css", "layout.css"];
    private static readonly string[] Apart = ["dark.css", "medium.css", "studio.css", "editors.css"];

    private readonly Lazy<Sheet> rightToLeft = new(() => Join(environment, "bootstrap.rtl.min.css"));
    private readonly Lazy<Sheet> leftToRight = new(() => Join(environment, "bootstrap.min.css"));

    public static string Route => "/css/site-{direction}-{hash}.css";

    public string Address(string direction) =>
        string.Create(CultureInfo.InvariantCulture, $"/css/site-{direction}-{For(direction).Hash}.css");

    /// <summary>Answers with the joined sheet, compressed once and as small as it gets.</summary>
    public async Task Send(HttpContext context)
    {
        var sheet = For(context.Request.RouteValues["direction"] as string ?? "rtl");
        var current = context.Request.RouteValues["hash"] as string == sheet.Hash;
        var response = context.Response;
        response.ContentType = "text/css; charset=utf-8";
        response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            response.Headers.ContentEncoding = "br";
            response.ContentLength = sheet.Brotli.Value.Length;
            await response.Body.WriteAsync(sheet.Brotli.Value, context.RequestAborted);
            return;
        }

        await response.Body.WriteAsync(sheet.Plain, context.RequestAborted);
    }

    private Sheet For(string direction) => direction == "ltr" ? leftToRight.Value : rightToLeft.Value;

    private static Sheet Join(IWebHostEnvironment environment, string bootstrap)
    {
        var text = new StringBuilder(NpmFolder.ReadText("bootstrap", $"dist/css/{bootstrap}")).Append('\n');
        // The path in Bootstrap's closing remark names a file we do not serve.
        text.Replace($"/*# sourceMappingURL={bootstrap}.map */", "");
        foreach (var file in InOrder(environment.WebRootFileProvider))
        {
            using var reader = new StreamReader(file.CreateReadStream());
            text.Append(Remarks().Replace(reader.ReadToEnd(), "")).Append('\n');
        }

        var plain = Encoding.UTF8.GetBytes(text.ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        return new Sheet(plain, new Lazy<byte[]>(() => Compress(plain)), hash);
    }

    private static byte[] Compress(byte[] plain)
    {
        using var brotli = new MemoryStream();
        using (var stream = new BrotliStream(brotli, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(plain);
        }

        return brotli.ToArray();
    }

    private static IEnumerable<IFileInfo> InOrder(IFileProvider files) =>
        files
            .GetDirectoryContents("css")
            .Where(f => f.Name.EndsWith(".css", StringComparison.Ordinal) && !Apart.Contains(f.Name))
            .OrderBy(f => Array.IndexOf(First, f.Name) is var place and >= 0 ? place : First.Length)
            .ThenBy(f => f.Name, StringComparer.Ordinal);

    // Remarks and indentation are for those who read the files, not for a telephone.
    [GeneratedRegex(@"/\*.*?\*/|(?<=\n)\s+", RegexOptions.Singleline)]
    private static partial Regex Remarks();

    // Compressing takes as long as starting the rest of the host: it waits until a browser asks for the sheet.
    private sealed record Sheet(byte[] Plain, Lazy<byte[]> Brotli, string Hash);
}
