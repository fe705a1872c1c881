using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseFlow.Host.Ui;

/// <summary>
/// <c>&lt;bdi-code&gt;CF-1448-0012&lt;/bdi-code&gt;</c>: case numbers, phone numbers, e-mail addresses; always left to
/// right, and never torn apart by Arabic around it.
/// </summary>
[HtmlTargetElement("bdi-code")]
public sealed class BdiCodeTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.Attributes.SetAttribute("dir", "ltr");
        Machine.Class(output, "code");
    }
}

/// <summary>The mood of a badge or notice. Never told by colour alone: each has its icon.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,

    /// <summary>Decided but not to be told yet.</summary>
    Sealed,
}

/// <summary><c>&lt;status-badge tone="Success"&gt;text&lt;/status-badge&gt;</c>; another <c>icon</c> may be named.</summary>
[HtmlTargetElement("status-badge")]
public sealed class StatusBadgeTagHelper(IconSet icons) : TagHelper
{
    public Tone Tone { get; set; }

    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "span";
        Machine.Class(output, $"status status-{Tone.ToString().ToLowerInvariant()}");
        output.Content.SetHtmlContent(icons.Svg(Icon ?? Tones.Icon(Tone))).AppendHtml(text);
    }
}

/// <summary><c>&lt;notice tone="Warning" title="…"&gt;text&lt;/notice&gt;</c>: something the reader should know on this page.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(IconSet icons) : TagHelper
{
    public Tone Tone { get; set; } = Tone.Info;

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "div";
        Machine.Class(output, $"notice notice-{Tone.ToString().ToLowerInvariant()}");
        if (!output.Attributes.ContainsName("role"))
        {
            output.Attributes.SetAttribute("role", Tone == Tone.Danger ? "alert" : "note");
        }

        output.Content.SetHtmlContent(icons.Svg(Tones.Icon(Tone))).AppendHtml("<div class=\"notice-body\">");
        if (Title is not null)
        {
            output.Content.AppendHtml("<p class=\"notice-title\">").Append(Title).AppendHtml("</p>");
        }

        output.Content.AppendHtml(text).AppendHtml("</div>");
    }
}

/// <summary><c>&lt;clause id="P59" /&gt;</c>: the number of a clause, leading to its words.</summary>
[HtmlTargetElement("clause", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClauseTagHelper(Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts) : TagHelper
{
    [HtmlAttributeName("id")]
    public string? Clause { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Clause))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        Machine.Class(output, "clause");
        output.Attributes.SetAttribute("href", $"/policy#{Clause}");
        output.Attributes.SetAttribute("title", texts["Clause.Open"].Value);
        output.Content.SetHtmlContent("<span class=\"visually-hidden\">").Append(texts["Clause.Word"] + " ");
        output.Content.AppendHtml("</span><bdi>").Append(Clause).AppendHtml("</bdi>");
    }
}

/// <summary>
/// <c>&lt;empty-state icon="inbox" title="…" text="…"&gt;a link or button&lt;/empty-state&gt;</c>: what will appear in this
/// place, and what the reader can do now.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper(IconSet icons) : TagHelper
{
    public string Icon { get; set; } = "inbox";

    public required string Title { get; set; }

    public string? Text { get; set; }

    /// <summary>Text of a ready-made link to <see cref="Href"/>; or write the action as content.</summary>
    public string? Action { get; set; }

    public string? Href { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Machine.Class(output, "empty");
        output.Content.SetHtmlContent("<span class=\"empty-icon\">").AppendHtml(icons.Svg(Icon)).AppendHtml("</span>");
        output.Content.AppendHtml("<p class=\"empty-title\">").Append(Title).AppendHtml("</p>");
        if (Text is not null)
        {
            output.Content.AppendHtml("<p class=\"empty-text\">").Append(Text).AppendHtml("</p>");
        }

        if (Action is not null)
        {
            var link = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("a");
            link.AddCssClass("btn btn-primary");
            link.Attributes["href"] = Href is null ? null : SitePrefix.Outside(ViewContext.HttpContext.Request, Href);
            link.InnerHtml.Append(Action);
            output.Content.AppendHtml(link);
        }

        output.Content.AppendHtml(content);
    }
}
