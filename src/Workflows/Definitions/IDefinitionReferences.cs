namespace CaseFlow.Workflows.Definitions;

/// <summary>What a literal names that lives outside of the definition.</summary>
public enum ReferenceKind
{
    /// <summary>Nothing: free text.</summary>
    None,

    /// <summary>A role of staff or members.</summary>
    Role,

    /// <summary>A letter template.</summary>
    Letter,

    /// <summary>A form.</summary>
    Form,

    /// <summary>A service of the catalogue.</summary>
    Service,

    /// <summary>A calendar of work.</summary>
    Calendar,

    /// <summary>A clause of the policy; <c>customProperties.clause</c> of every node is one as well.</summary>
    Clause,

    /// <summary>The definition id of another workflow.</summary>
    Workflow,

    /// <summary>A variable in scope, written bare (<c>Elsa.SetVariable.variable</c>).</summary>
    Variable,
}

/// <summary>Names that exist beside the definitions, for the check before publishing.</summary>
public interface IDefinitionReferences
{
    /// <summary>All names of a kind, compared exactly; null when the names of this kind are not known here and so not checked.</summary>
    IReadOnlySet<string>? Known(ReferenceKind kind);
}
