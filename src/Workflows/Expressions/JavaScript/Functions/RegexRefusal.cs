namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>A regular expression that is wrong, or right but outside the subset.</summary>
internal sealed class RegexRefusal(string code, string message) : Exception(message)
{
    /// <summary>The problem's code without <c>js.</c>.</summary>
    public string Code { get; } = code;
}
