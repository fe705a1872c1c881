using System.Diagnostics.CodeAnalysis;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Parsing;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>A JavaScript expression or script of a workflow, parsed once and evaluated as often as wanted.</summary>
/// <remarks>
/// The language is a true subset of JavaScript in strict mode; docs/expressions.md lists what is in and what is refused.
/// Thread-safe: whatever an evaluation changes belongs to that evaluation.
/// </remarks>
public sealed class Script
{
    /// <summary>Characters a script may have.</summary>
    public const int MaxLength = 100_000;

    private readonly FunctionCode code;
    private readonly Mentions mentions;

    private Script(FunctionCode code, Mentions mentions)
    {
        this.code = code;
        this.mentions = mentions;
    }

    /// <summary>
    /// Variables the script may read, as written: <c>variables.X</c>, <c>getVariable('X')</c>, and the X of every
    /// <c>getX()</c>, whose first letter is upper case whatever that of the variable is.
    /// </summary>
    public IReadOnlySet<string> VariablesMentioned => mentions.Variables;

    /// <summary>
    /// Variables the script may change, as written. A script that changes objects it did not name, say through another name
    /// for <c>variables.X</c>, counts as changing every variable it mentions as <c>variables.X</c>.
    /// </summary>
    public IReadOnlySet<string> VariablesAssigned => mentions.Assigned;

    /// <summary>Inputs the script may read: <c>getInput('X')</c>, and the X of every <c>getX()</c>.</summary>
    public IReadOnlySet<string> InputsMentioned => mentions.Inputs;

    /// <summary>Activities whose outputs the script may read, by id or name; with generated accessors every reading of the name.</summary>
    public IReadOnlySet<string> OutputsMentioned => mentions.Outputs;

    /// <summary>Some name is worked out while the script runs, as in <c>getVariable(n)</c>, so that the sets may lack it.</summary>
    public bool HasComputedNames => mentions.ComputedNames;

    /// <summary>Parses a text, and finds all problems it can.</summary>
    /// <returns>False when there are problems; <paramref name="script"/> is then null.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Script? script,
        out IReadOnlyList<ExpressionProblem> problems
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<ExpressionProblem>();
        problems = found;
        script = null;
        if (text.Length > MaxLength)
        {
            found.Add(new("js.too-long", $"The script is longer than {MaxLength} characters.", 1, 1));
            return false;
        }

        try
        {
            var statements = new Parser(text, found).ParseScript();
            var mentions = new Mentions();
            var code = new Compiler(found, mentions).CompileScript(statements);
            mentions.Complete();
            script = found.Count == 0 ? new Script(code, mentions) : null;
        }
        catch (ParseFailure failure)
        {
            found.Add(failure.Problem);
        }

        return script is not null;
    }

    /// <summary>
    /// Runs the script: its result is the value of a <c>return</c> outside functions, else of the last expression statement.
    /// </summary>
    /// <param name="scope">What the script may see and change.</param>
    /// <param name="limits">How much it may use.</param>
    /// <param name="arguments">Reachable as <c>args.x</c> and <c>getX()</c>.</param>
    /// <param name="setOutcomes">Called by <c>setOutcome</c> and <c>setOutcomes</c>; null makes calling those an error.</param>
    /// <returns>
    /// A plain value: numbers are <see cref="double"/>, null and undefined are null, dates <see cref="DateTimeOffset"/> in
    /// UTC, lists <see cref="List{T}"/>, objects <see cref="Dictionary{TKey,TValue}"/> in the order of their members.
    /// </returns>
    /// <exception cref="ExpressionException">The script threw an error it did not catch, or reached a limit.</exception>
    public object? Evaluate(
        IExpressionScope scope,
        ExpressionLimits limits,
        IReadOnlyDictionary<string, object?>? arguments = null,
        Action<IReadOnlyList<string>>? setOutcomes = null
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(limits);
        var run = new Run(mentions, scope, limits, arguments, setOutcomes);
        try
        {
            var result = PlainValues.ToPlain(run, code.Invoke(run, null, Special.Undefined, null, []));
            run.Surroundings.CopyBack();
            return result;
        }
        catch (Thrown thrown)
        {
            var shown = thrown.Value is JsError ? ErrorText(run, thrown.Value) : Operators.Describe(thrown.Value);
            throw new ExpressionException(shown, thrown.At.Line, thrown.At.Column);
        }
        finally
        {
            scope.Spent(run.StepsTaken);
        }
    }

    private static string ErrorText(Run run, object? error)
    {
        try
        {
            return ErrorMethods.Text(run, error);
        }
        catch (Thrown)
        {
            return "Error";
        }
    }
}
