namespace CaseFlow.Host.Persistence;

/// <summary>What a commit on SQLite survives.</summary>
public enum Durability
{
    /// <summary>The loss of power: whoever was told "done" finds it done. The default.</summary>
    Full,

    /// <summary>The loss of the process only; after a loss of power the last commits may be missing, the file stays whole.</summary>
    Normal,
}
