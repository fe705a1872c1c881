using System.Collections.Frozen;
using System.Xml.Linq;
using CaseFlow.Host.Ui.Assets;

namespace CaseFlow.Host.Ui;

/// <summary>The drawings of Bootstrap Icons, read once from the package's sprite. Drawn into the page: no icon font to load.</summary>
public sealed class IconSet
{
    private readonly Lazy<FrozenDictionary<string, string>> drawings = new(Read);

    public bool Contains(string name) => drawings.Value.ContainsKey(name);

    /// <summary>The shapes of an icon on a grid of 16 by 16; empty when there is none of that name.</summary>
    public string Shapes(string name) => drawings.Value.GetValueOrDefault(name, "");

    private static FrozenDictionary<string, string> Read()
    {
        var sprite = NpmFolder.ReadText("bootstrap-icons", "bootstrap-icons.svg");
        if (sprite is null)
        {
            return FrozenDictionary<string, string>.Empty;
        }

        XNamespace svg = "http://www.w3.org/2000/svg";
        return XDocument
            .Parse(sprite)
            .Descendants(svg + "symbol")
            .ToFrozenDictionary(s => (string)s.Attribute("id")!, s => string.Concat(s.Elements().Select(Plain)));
    }

    // The sprite's namespace would be repeated on every shape; inside a page it goes without saying.
    private static string Plain(XElement shape)
    {
        foreach (var element in shape.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        }

        return shape.ToString(SaveOptions.DisableFormatting);
    }
}
