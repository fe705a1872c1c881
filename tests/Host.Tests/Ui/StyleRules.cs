using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests.Ui;

public sealed partial class StyleRules
{
    [Fact]
    public void Styles_name_no_physical_side()
    {
        var found = Sources
            .Of("*.css", "wwwroot/css")
            .SelectMany(f => PhysicalSide().Matches(Comment().Replace(f.Text, "")).Select(m => $"{f.Name}: {m.Value}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Pages_use_no_class_of_a_physical_side()
    {
        var found = Sources
            .Of("*.cshtml")
            .SelectMany(f => SideClass().Matches(f.Text).Select(m => $"{f.Name}: {m.Value}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Pages_hold_no_script_or_style_of_their_own()
    {
        var found = Sources
            .Of("*.cshtml")
            .SelectMany(f => Inline().Matches(f.Text).Select(m => $"{f.Name}: {m.Value}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Each_component_has_a_sheet_of_its_own_of_a_size_to_read()
    {
        var long_ = Sources.Of("*.css", "wwwroot/css").Where(f => f.Text.Split('\n').Length > 400).Select(f => f.Name);

        Assert.Empty(long_);
    }

    [Fact]
    public void Every_colour_of_the_light_theme_has_a_dark_one()
    {
        var sheets = Sources.Of("*.css", "wwwroot/css").ToDictionary(f => f.Name, f => f.Text);

        var missing = Colour()
            .Matches(sheets["tokens.css"])
            .Select(m => m.Groups[1].Value)
            .Where(name => !sheets["dark.css"].Contains($"{name}:", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData(".a { margin-left: 0 }")]
    [InlineData(".a { text-align: right }")]
    [InlineData(".a { left: 0 }")]
    public void A_physical_side_would_be_found(string css) => Assert.Matches(PhysicalSide(), css);

    [Theory]
    [InlineData("<p onclick=\"go()\">")]
    [InlineData("<p style=\"color: red\">")]
    [InlineData("<script>go()</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void A_script_inside_a_page_would_be_found(string html) => Assert.Matches(Inline(), html);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\w-])(?:[\w-]+-)?(?:left|right)(?![\w-])|(?<![\w-])(?:left|right)-[\w-]+")]
    private static partial Regex PhysicalSide();

    [GeneratedRegex(@"class=""[^""]*\b(?:text-(?:left|right)|float-(?:left|right)|[mp][lr]-\d)\b")]
    private static partial Regex SideClass();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style\b|\sstyle=""|\son[a-z]+=""|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\s*(--[\w-]+): (?:#|0 1)", RegexOptions.Multiline)]
    private static partial Regex Colour();
}
