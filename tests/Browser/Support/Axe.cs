using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Support;

/// <summary>Asks axe what on a page shuts somebody out, by the rules of WCAG 2.2 AA.</summary>
internal static class Axe
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // In the page's own frame only: the letter's frame forbids scripts, and is a page of its own besides.
    private const string Run = """
        async (rules) => {
          const options = { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"], iframes: false };
          const { violations } = await axe.run(document, options);
          return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}, ${n.html}`));
        }
        """;

    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, Rules);
    }
}
