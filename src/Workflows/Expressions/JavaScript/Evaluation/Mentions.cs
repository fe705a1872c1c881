using System.Collections.Frozen;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>Which variables, inputs and outputs a script names.</summary>
internal sealed class Mentions
{
    /// <summary>Methods that change what they are called on, and functions that change what they are given.</summary>
    public static readonly FrozenSet<string> Mutators = (
        "push pop shift unshift splice sort reverse fill copyWithin assign set add delete clear setDate setMonth "
        + "setFullYear setHours setMinutes setSeconds setMilliseconds setTime setUTCDate setUTCMonth setUTCFullYear "
        + "setUTCHours setUTCMinutes setUTCSeconds setUTCMilliseconds"
    )
        .Split(' ')
        .ToFrozenSet();

    public HashSet<string> Variables { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Assigned { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Inputs { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Names written as <c>variables.Name</c>: those are copied in before the script begins.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The object <c>variables</c> is used as a whole, or with a key that only the run knows.</summary>
    public bool AllVariables { get; set; }

    /// <summary>Some object is changed that may belong to any variable mentioned.</summary>
    public bool ChangesObjects { get; set; }

    /// <summary>Some name is worked out by the script, so the sets do not tell everything.</summary>
    public bool ComputedNames { get; set; }

    /// <summary>Draws the conclusions once the whole script is known.</summary>
    public void Complete()
    {
        if (ChangesObjects)
        {
            Assigned.UnionWith(Members);
        }
    }

    /// <summary>Notes a generated accessor such as <c>getAmount</c>, <c>setAmount</c> or <c>getResultFromDecide</c>.</summary>
    public void Accessor(string name)
    {
        var subject = name[3..];
        if (name.StartsWith("set", StringComparison.Ordinal))
        {
            Assigned.Add(subject);
            return;
        }

        Variables.Add(subject);
        Inputs.Add(subject);
        for (var i = subject.IndexOf("From", 1, StringComparison.Ordinal); i > 0; )
        {
            if (i + 4 < subject.Length)
            {
                Outputs.Add(subject[(i + 4)..]);
            }

            i = subject.IndexOf("From", i + 4, StringComparison.Ordinal);
        }
    }
}
