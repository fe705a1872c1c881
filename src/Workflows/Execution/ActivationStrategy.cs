namespace CaseFlow.Workflows.Execution;

/// <summary>Elsa's gates on starting instances.</summary>
public enum ActivationKind
{
    /// <summary>Any number may run.</summary>
    Always,

    /// <summary>No other running instance of the definition.</summary>
    Singleton,

    /// <summary>No running instance of any definition with the same correlation id; without one there is nothing to compare.</summary>
    Correlation,

    /// <summary>No other running instance of the definition with the same correlation id, having none being the same too.</summary>
    CorrelatedSingleton,
}

/// <summary>Reads the names of the gates.</summary>
public static class ActivationStrategy
{
    /// <summary>The gate that a document names, by full type name or alias; anything unknown lets all begin.</summary>
    public static ActivationKind Of(string? strategyType) =>
        TypeName.IsMeant(strategyType, "SingletonStrategy") ? ActivationKind.Singleton
        : TypeName.IsMeant(strategyType, "CorrelationStrategy") ? ActivationKind.Correlation
        : TypeName.IsMeant(strategyType, "CorrelatedSingletonStrategy") ? ActivationKind.CorrelatedSingleton
        : ActivationKind.Always;
}
