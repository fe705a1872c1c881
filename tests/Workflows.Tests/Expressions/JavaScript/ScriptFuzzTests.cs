using System.Diagnostics;
using System.Text;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>
/// Texts made by cutting and joining those of the tables: parsing finds problems or a script, running ends with a value or an
/// <see cref="ExpressionException"/>, and both end soon. With CASEFLOW_CORPUS=full a million of them.
/// </summary>
public sealed class ScriptFuzzTests
{
    private static readonly string[] Seeds =
    [
        .. ScriptCases.All.Select(row => row.Script),
        .. ScriptCases.Read("script-refusals.txt").Select(row => row.Script),
    ];

    private static readonly string[] Pieces = Seeds.SelectMany(Cut).Distinct().ToArray();

    private static readonly ExpressionLimits Limits = new(20_000, 60, 20_000, 5_000);

    /// <summary>Generous: other tests run beside this one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_random_text_never_breaks_the_interpreter()
    {
        var isFull = Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full";
        var count = isFull ? 1_000_000 : 5_000;
        var ran = 0;
        for (var seed = 0; seed < count; seed++)
        {
            var text = Mutate(new Random(seed));
            try
            {
                var (isScript, took) = Timed(text);
                ran += isScript ? 1 : 0;
                // A machine that stalls says nothing about the text: one that is slow is slow each time.
                took = took < Patience ? took : Timed(text).Took;
                Assert.True(took < Patience, $"Seed {seed} took {took}: {text}");
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"Seed {seed}: {text}", error);
            }
        }

        // Otherwise the mutations would say nothing about running.
        Assert.True(ran > count / 10, $"Only {ran} texts were scripts.");
    }

    private static (bool IsScript, TimeSpan Took) Timed(string text)
    {
        var watch = Stopwatch.StartNew();
        return (Try(text), watch.Elapsed);
    }

    private static bool Try(string text)
    {
        if (!Script.TryParse(text, out var script, out var problems))
        {
            Assert.NotEmpty(problems);
            Assert.All(problems, problem => Assert.StartsWith("js.", problem.Code, StringComparison.Ordinal));
            Assert.All(problems, problem => Assert.True(problem.Line >= 1 && problem.Column >= 1));
            return false;
        }

        try
        {
            script.Evaluate(new CaseScope(), Limits, CaseScope.Arguments);
        }
        catch (ExpressionException)
        {
            // An error of the script or a limit; anything else is ours.
        }

        return true;
    }

    private static string Mutate(Random random)
    {
        var text = Seeds[random.Next(Seeds.Length)];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            text = random.Next(6) switch
            {
                0 => text + "\n" + Seeds[random.Next(Seeds.Length)],
                1 => Remove(random, text),
                2 => text.Insert(random.Next(text.Length + 1), Pieces[random.Next(Pieces.Length)]),
                3 => Swap(random, text),
                4 => text.Insert(random.Next(text.Length + 1), ((char)random.Next(1, 0x700)).ToString()),
                _ => Replace(random, text),
            };
        }

        return text;
    }

    private static string Remove(Random random, string text)
    {
        var from = random.Next(text.Length + 1);
        return text.Remove(from, Math.Min(random.Next(1, 8), text.Length - from));
    }

    private static string Swap(Random random, string text)
    {
        var at = random.Next(text.Length + 1);
        return text[at..] + text[..at];
    }

    /// <summary>Puts a word or sign of some script in place of another, which mostly leaves a script.</summary>
    private static string Replace(Random random, string text)
    {
        var pieces = Cut(text).ToArray();
        if (pieces.Length > 0)
        {
            pieces[random.Next(pieces.Length)] = Pieces[random.Next(Pieces.Length)];
        }

        return string.Concat(pieces);
    }

    private static IEnumerable<string> Cut(string text)
    {
        var piece = new StringBuilder();
        foreach (var c in text)
        {
            if (piece.Length > 0 && (!char.IsLetterOrDigit(c) || !char.IsLetterOrDigit(piece[^1])))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(c);
        }

        yield return piece.ToString();
    }
}
