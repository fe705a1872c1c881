using System.Diagnostics.CodeAnalysis;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Activities;

/// <summary>The single list of activity types that can be run, checked and offered in the designer.</summary>
public sealed partial class ActivityCatalogue : IActivityDescriptors
{
    private readonly Dictionary<string, Activity> byType;

    /// <summary>Makes a catalogue; type names are unique.</summary>
    public ActivityCatalogue(IEnumerable<Activity> activities)
    {
        Activities = [.. activities];
        byType = Activities.ToDictionary(a => a.Type, StringComparer.Ordinal);
    }

    /// <summary>All activities, in the order of the list.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>Descriptors of all activities, in the order of the list.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => Activities.Select(a => a.Descriptor);

    /// <summary>The activity of that type, exact; null when unknown. Every type has one version only.</summary>
    public Activity? Find(string type) => byType.GetValueOrDefault(type);

    /// <summary>The first activity that makes sense only in an instance that serves a case; null when the workflow can do without.</summary>
    /// <param name="definition">Linked, so that the workflows it uses are looked at, too.</param>
    public ActivityNode? NeedingCase(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Activities.FirstOrDefault(a => Find(a.Type)?.NeedsCase(a) == true);
    }

    /// <inheritdoc/>
    public bool TryGet(string type, int version, [NotNullWhen(true)] out ActivityDescriptor? descriptor) =>
        (descriptor = Find(type)?.Descriptor) is not null;
}
