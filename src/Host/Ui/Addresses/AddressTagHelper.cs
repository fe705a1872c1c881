using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseFlow.Host.Ui;

/// <summary>Puts the site's prefix before every address of ours that a page is written with.</summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("clause")]
[HtmlTargetElement("link", Attributes = "href", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("base", Attributes = "href", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "src")]
[HtmlTargetElement("iframe", Attributes = "src")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("button", Attributes = "formaction")]
[HtmlTargetElement("main", Attributes = "data-api")]
public sealed class AddressTagHelper : TagHelper
{
    private static readonly string[] Names =
    [
        "href",
        "src",
        "action",
        "formaction",
        "data-draft",
        "data-preview",
        "data-api",
    ];

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    // Last: others look for the file behind the address, or write it.
    public override int Order => int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!request.PathBase.HasValue)
            return;
        for (var i = 0; i < output.Attributes.Count; i++)
        {
            var attribute = output.Attributes[i];
            if (!Names.Contains(attribute.Name))
                continue;
            object? outside = attribute.Value switch
            {
                // Encoded for the page already; a prefix has nothing in it that would have to be.
                HtmlString html => new HtmlString(SitePrefix.Outside(request, html.Value ?? "")),
                string text => SitePrefix.Outside(request, text),
                _ => null,
            };
            if (outside is not null)
                output.Attributes[i] = new TagHelperAttribute(attribute.Name, outside, attribute.ValueStyle);
        }
    }
}
