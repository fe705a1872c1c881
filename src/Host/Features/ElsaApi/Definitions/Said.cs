using CaseFlow.Domain;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>What was refused within one request for several things, to be said beside its answer.</summary>
public sealed class Said(RefusalText refusals, ProblemText problems, IHttpContextAccessor http)
{
    private readonly Dictionary<string, string> _sentences = new(StringComparer.Ordinal);

    /// <summary>What was refused.</summary>
    public IReadOnlyCollection<string> Names => _sentences.Keys;

    public void Add(string name, Refusal refusal) => _sentences[name] = refusals.Sentence(refusal);

    public void Add(string name, IReadOnlyList<DefinitionProblem> found, string document) =>
        _sentences[name] = problems.Sentences(found, document)[0];

    /// <summary>Does it, or remembers why not.</summary>
    public async Task<bool> TryAsync(string name, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusalException no)
        {
            Add(name, no.Refusal);
            return false;
        }
    }

    /// <summary>The answer, with all sentences beside it.</summary>
    public IResult With(object answer)
    {
        Tell();
        return Elsa.Ok(answer);
    }

    /// <summary>Puts all sentences into a header that the frame around Studio reads.</summary>
    public void Tell()
    {
        if (_sentences.Count > 0)
            http.HttpContext!.Response.Headers["X-CaseFlow-Say"] = Uri.EscapeDataString(
                string.Join('\n', _sentences.Select(s => $"\u2068{s.Key}\u2069: {s.Value}"))
            );
    }
}
