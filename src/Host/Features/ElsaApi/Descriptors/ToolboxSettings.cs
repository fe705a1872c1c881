namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>The section <c>Studio</c> of the configuration.</summary>
public sealed class ToolboxSettings
{
    /// <summary>Whether the tool box offers the generic activities too. What a procedure already uses is shown in any case.</summary>
    public bool AdvancedActivities { get; init; } = true;
}
