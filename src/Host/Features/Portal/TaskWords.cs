namespace CaseFlow.Host.Features.Portal;

/// <summary>How a member's task is spoken of: by what is to be done, for the kinds that have a page of their own.</summary>
internal static class TaskWords
{
    public const string Supply = "SupplyItems";
    public const string Sign = "SignDeclaration";
    public const string Confirm = "ConfirmService";
    public const string Other = "Other";

    /// <summary>Part of the keys <c>Task.{kind}.Title</c>, <c>.Text</c> and <c>.Action</c>.</summary>
    public static string Of(string kind) =>
        kind.Split('.')[^1] is var name and (Supply or Sign or Confirm) ? name : Other;

    public static string Icon(string word) =>
        word switch
        {
            Supply => "file-earmark-plus",
            Sign => "pen",
            Confirm => "box2-heart",
            _ => "hand-index",
        };
}
