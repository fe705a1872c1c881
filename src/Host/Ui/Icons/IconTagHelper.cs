using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseFlow.Host.Ui;

/// <summary>
/// <c>&lt;icon name="inbox" /&gt;</c>: a drawing of Bootstrap Icons. Hidden from screen readers unless it has a
/// <c>label</c>; <c>mirror</c> turns it round in right-to-left pages (arrows, chevrons, anything that points onward).
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IconSet icons) : TagHelper
{
    public required string Name { get; set; }

    public bool Mirror { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", $"icon{(Mirror ? " icon-mirror" : "")} {extra}".TrimEnd());
        output.Attributes.SetAttribute("viewBox", "0 0 16 16");
        output.Attributes.SetAttribute("fill", "currentColor");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent(icons.Shapes(Name));
    }
}
