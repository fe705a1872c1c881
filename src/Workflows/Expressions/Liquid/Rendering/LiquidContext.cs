using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>The settings and the remaining budget of one rendering, as filters see them.</summary>
public sealed class LiquidContext
{
    internal const string TooMuch = "too-much";
    private const int CharactersPerStep = 16;
    private int steps;

    internal LiquidContext(LiquidSettings settings) => Settings = settings;

    /// <summary>How this rendering behaves.</summary>
    public LiquidSettings Settings { get; }

    /// <summary>What is being rendered, for the place in an error.</summary>
    internal Place Place { get; set; }

    internal long StepsTaken => steps;

    /// <summary>Takes steps from the budget.</summary>
    /// <exception cref="ExpressionException">The budget is used up.</exception>
    public void Charge(int count = 1)
    {
        if (count > Settings.Limits.Steps - steps)
        {
            throw Error("The template takes too many steps.", TooMuch);
        }

        steps += count;
    }

    /// <summary>Charges for reading or making a text of that length, and refuses one that is too long.</summary>
    public void ChargeText(long length)
    {
        if (length > Settings.Limits.TextLength)
        {
            throw Error("A text becomes too long.", TooMuch);
        }

        Charge(1 + (int)(length / CharactersPerStep));
    }

    /// <summary>Charges for a list of that many items, and refuses one that is too long.</summary>
    public void ChargeItems(long count)
    {
        if (count > Settings.Limits.Items)
        {
            throw Error("A list becomes too long.", TooMuch);
        }

        Charge((int)count);
    }

    /// <summary>An error of the template's author at the place being rendered, for the caller to throw.</summary>
    /// <param name="message">English, for the log.</param>
    /// <param name="reason">See <see cref="ExpressionException.Reason"/>.</param>
    public ExpressionException Error(string message, string? reason = null) =>
        new(message, Place.Line, Place.Column) { Reason = reason };
}
