using System.Runtime.CompilerServices;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>One evaluation: what it may see, what it has used up, and where it stands.</summary>
internal sealed class Run
{
    // Characters that cost one step: long texts are copied again and again by scripts that build them piece by piece.
    private const int CharactersPerStep = 64;
    private const int StepsPerThrow = 50;

    private long stepsLeft;

    public Run(
        Mentions mentions,
        IExpressionScope scope,
        ExpressionLimits limits,
        IReadOnlyDictionary<string, object?>? arguments,
        Action<IReadOnlyList<string>>? setOutcomes
    )
    {
        Limits = limits;
        stepsLeft = limits.Steps;
        SetOutcomes = setOutcomes;
        Surroundings = new Surroundings(this, mentions, scope, arguments);
    }

    public ExpressionLimits Limits { get; }

    public long StepsTaken => Math.Min(Limits.Steps, Limits.Steps - stepsLeft);

    public Surroundings Surroundings { get; }

    public Action<IReadOnlyList<string>>? SetOutcomes { get; }

    /// <summary>The place of the latest call or access; errors are reported there.</summary>
    public Position At { get; set; }

    public int Depth { get; set; }

    /// <summary>Pays for work about to be done.</summary>
    /// <exception cref="ExpressionException">The steps are used up.</exception>
    public void Charge(long steps = 1)
    {
        if ((stepsLeft -= steps) < 0)
        {
            throw Limit($"The script needs more than {Limits.Steps} steps.");
        }
    }

    /// <summary>Pays for a text that is about to come into being.</summary>
    public void ChargeText(long length)
    {
        CheckText(length);
        Charge(length / CharactersPerStep);
    }

    /// <summary>Pays for comparing or looking up a long text; short ones are part of the step they occur in.</summary>
    public void ChargeKey(object? key)
    {
        if (key is string { Length: > CharactersPerStep } text)
        {
            Charge(text.Length / CharactersPerStep);
        }
    }

    /// <summary>Checks the length that a text is about to have, where its pieces are paid for one by one.</summary>
    public void CheckText(long length)
    {
        if (length > Limits.TextLength)
        {
            throw Limit($"A text becomes longer than {Limits.TextLength} characters.");
        }
    }

    /// <summary>Checks the size that a list or object is about to have.</summary>
    public void CheckItems(double count)
    {
        if (count > Limits.Items)
        {
            throw Limit($"A list or object gets more than {Limits.Items} items.");
        }
    }

    /// <summary>Goes one level deeper; <see cref="Leave"/> comes back, a catch of the script restores <see cref="Depth"/>.</summary>
    public void Enter()
    {
        if (++Depth > Limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Limit($"Calls or values are nested deeper than {Limits.Depth} levels.");
        }
    }

    public void Leave() => Depth--;

    public object? Call(object? callee, object? self, params object?[] arguments)
    {
        if (callee is not JsFunction function)
        {
            throw TypeError($"{Operators.Describe(callee)} is not a function");
        }

        Charge();
        Enter();
        var result = function.Invoke(this, self, arguments);
        Leave();
        return result;
    }

    public Thrown TypeError(string message) => Error("TypeError", message);

    public Thrown RangeError(string message) => Error("RangeError", message);

    public Thrown Error(string name, string message) => Throw(new JsError(name, message));

    public Thrown Throw(object? value)
    {
        Charge(StepsPerThrow + Depth);
        return new Thrown(value, At);
    }

    /// <summary>A limit was reached: an error that no catch of the script sees.</summary>
    public ExpressionException Limit(string message) => new(message, At.Line, At.Column);
}
