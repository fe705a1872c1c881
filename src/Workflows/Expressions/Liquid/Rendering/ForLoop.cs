namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>The <c>forloop</c> object of a running loop.</summary>
internal sealed class ForLoop(string name, int length, ForLoop? parent)
{
    public int Index { get; set; }

    public bool TryGet(string member, out object? value)
    {
        value = member switch
        {
            "index" => (decimal)(Index + 1),
            "index0" => (decimal)Index,
            "rindex" => (decimal)(length - Index),
            "rindex0" => (decimal)(length - Index - 1),
            "first" => Index == 0,
            "last" => Index == length - 1,
            "length" => (decimal)length,
            "name" => name,
            "parentloop" => parent,
            _ => null,
        };
        return value is not null || member == "parentloop";
    }
}
