using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Walkthrough;

/// <summary>Writes the issued letters as HTML files, to be opened in a browser.</summary>
internal static class LetterFiles
{
    public static async Task WriteAsync(IServiceProvider services, string folder, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var target = Directory.CreateDirectory(folder).FullName;
        var letters = await db.Letters.AsNoTracking().OrderBy(l => l.Number).ToListAsync();
        foreach (var letter in letters)
        {
            await File.WriteAllTextAsync(
                Path.Combine(target, $"{letter.Number}-{letter.Template}.ar.html"),
                letter.HtmlAr
            );
            await File.WriteAllTextAsync(
                Path.Combine(target, $"{letter.Number}-{letter.Template}.en.html"),
                letter.HtmlEn
            );
        }
        await output.WriteLineAsync($"{letters.Count} letters, in Arabic and English, are in {target}");
    }
}
