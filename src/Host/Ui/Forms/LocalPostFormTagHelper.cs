using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseFlow.Host.Ui;

/// <summary>
/// Gives the antiforgery token to forms that post to an address of ours. The framework leaves it out as soon as a form
/// names its address, taking it for a foreign one.
/// </summary>
[HtmlTargetElement("form", Attributes = "action")]
public sealed class LocalPostFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var address = context.AllAttributes["action"]?.Value?.ToString() ?? "";
        var method = context.AllAttributes["method"]?.Value?.ToString() ?? "get";
        var ours = address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);
        if (ours && method.Equals("post", StringComparison.OrdinalIgnoreCase))
        {
            output.PostContent.AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext));
        }
    }
}
