namespace CaseFlow.Workflows.Definitions;

/// <summary>What a store knows better than the document: which version this is and how it stands.</summary>
/// <param name="Id">Identity of the version.</param>
/// <param name="DefinitionId">Identity shared by all versions.</param>
/// <param name="Version">From 1.</param>
/// <param name="CreatedAt">When the version was made.</param>
/// <param name="IsLatest">Whether no higher version exists.</param>
/// <param name="IsPublished">Whether new instances use it.</param>
/// <param name="IsReadonly">Whether administrators may not edit it.</param>
public sealed record DefinitionStamp(
    string Id,
    string DefinitionId,
    int Version,
    DateTimeOffset CreatedAt,
    bool IsLatest,
    bool IsPublished,
    bool IsReadonly = false
);
