using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CaseFlow.Domain;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>
/// All that a trial run consists of. The page carries it along and plays it anew each time, so that the server keeps nothing of it.
/// </summary>
/// <param name="Mark">The content of the version that it began on.</param>
/// <param name="Start">The virtual moment it began at.</param>
/// <param name="Service">Of the invented case; null when the procedure serves none.</param>
/// <param name="Complete">Whether the invented request has all its documents.</param>
/// <param name="Input">What was typed for the declared inputs.</param>
public sealed record TrialScript(
    string Mark,
    DateTimeOffset Start,
    string? Service,
    bool Complete,
    IReadOnlyDictionary<string, string> Input,
    IReadOnlyList<TrialMove> Moves
)
{
    private const int MostMoves = 500;

    /// <exception cref="RefusalException"><c>trial.unreadable</c>: what came back is not what the page gave out.</exception>
    public static TrialScript Parse(string? text)
    {
        try
        {
            var script = JsonSerializer.Deserialize<TrialScript>(text ?? "", JsonSerializerOptions.Web);
            if (script is { Mark: not null, Input: not null, Moves.Count: <= MostMoves })
                return script;
        }
        catch (JsonException)
        {
            // Told below, with the other ways of being wrong.
        }
        throw RefusalException.Of("trial.unreadable");
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public TrialScript With(TrialMove move) => this with { Moves = [.. Moves, move] };

    public TrialScript WithoutLast() => this with { Moves = [.. Moves.SkipLast(1)] };
}

/// <summary>Something that whoever tries a procedure lets happen.</summary>
[JsonDerivedType(typeof(Task), "task")]
[JsonDerivedType(typeof(Event), "event")]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Timer), "timer")]
[JsonDerivedType(typeof(Days), "days")]
public abstract record TrialMove
{
    private TrialMove() { }

    /// <summary>What this means to the trial.</summary>
    public abstract TrialNews News(TrialPeople people);

    /// <param name="By">Name of one of the invented people.</param>
    public sealed record Task(string Id, string Outcome, JsonNode? Data, string By) : TrialMove
    {
        public override TrialNews News(TrialPeople people) =>
            new TrialNews.TaskDone(Id, Outcome, Plain(Data)) { By = people.Named(By) };
    }

    /// <param name="By">Name of one of the invented people; null for the system.</param>
    public sealed record Event(string Name, JsonNode? Payload, string? By) : TrialMove
    {
        public override TrialNews News(TrialPeople people) =>
            new TrialNews.Event(Name, Plain(Payload)) { By = By is null ? null : people.Named(By) };
    }

    /// <param name="Status">Of the answer; 0 for none.</param>
    public sealed record Call(string Id, int Status, JsonNode? Content) : TrialMove
    {
        public override TrialNews News(TrialPeople people) =>
            new TrialNews.CallAnswered(
                Id,
                Status == 0
                    ? CallAnswer.None(CallEnd.Unreachable)
                    : new CallAnswer(CallEnd.Answered, Status, Plain(Content), new Dictionary<string, object?>())
            );
    }

    public sealed record Timer : TrialMove
    {
        public override TrialNews News(TrialPeople people) => new TrialNews.NextTimer();
    }

    public sealed record Days(int Count) : TrialMove
    {
        /// <summary>Longer than any study, and short enough to be counted through.</summary>
        public const int Most = 3650;

        public override TrialNews News(TrialPeople people) =>
            new TrialNews.Passing(TimeSpan.FromDays(Math.Clamp(Count, 0, Most)));
    }

    private static object? Plain(JsonNode? node) =>
        node is not null && PlainJson.TryParse(node.ToJsonString(), out var value) ? value : null;
}
