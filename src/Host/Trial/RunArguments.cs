using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Trial;

/// <summary>What the command line of <c>run</c> asks for.</summary>
internal sealed record RunArguments(
    string File,
    IReadOnlyDictionary<string, object?> Input,
    IReadOnlyList<TrialNews> News,
    IReadOnlyList<string> Extra,
    IReadOnlyList<string> Calendars,
    bool Json
)
{
    /// <exception cref="RunRefusedException">An argument is missing, unknown or unreadable.</exception>
    public static RunArguments Parse(string[] args)
    {
        string? file = null;
        IReadOnlyDictionary<string, object?>? input = null;
        var (news, extra, calendars, json) = (new List<TrialNews>(), new List<string>(), new List<string>(), false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json":
                    json = true;
                    break;
                case "--input":
                    input = input is null
                        ? Object(ValueOf(args, ref i))
                        : throw new RunRefusedException("--input may be given once.");
                    break;
                case "--event":
                    news.Add(Event(ValueOf(args, ref i)));
                    break;
                case "--task":
                    news.Add(TaskDone(ValueOf(args, ref i)));
                    break;
                case "--extra":
                    extra.Add(ValueOf(args, ref i));
                    break;
                case "--calendar":
                    calendars.Add(ValueOf(args, ref i));
                    break;
                case ['-', ..]:
                    throw new RunRefusedException($"There is no option {args[i]}; see run --help.");
                default:
                    file = file is null
                        ? args[i]
                        : throw new RunRefusedException($"One file is run, not also {args[i]}; see run --help.");
                    break;
            }
        }
        return file is null
            ? throw new RunRefusedException("Which file is to be run? See run --help.")
            : new RunArguments(file, input ?? new Dictionary<string, object?>(), news, extra, calendars, json);
    }

    private static string ValueOf(string[] args, ref int i) =>
        i + 1 < args.Length ? args[++i] : throw new RunRefusedException($"{args[i]} wants a value; see run --help.");

    private static IReadOnlyDictionary<string, object?> Object(string text) =>
        PlainJson.TryParse(text, out var value) && value is IReadOnlyDictionary<string, object?> members
            ? members
            : throw new RunRefusedException("--input wants a JSON object, e.g. '{\"Amount\": 5}'.");

    private static TrialNews.Event Event(string text)
    {
        var (name, payload) = Split(text, "--event");
        return new TrialNews.Event(name, payload);
    }

    private static TrialNews.TaskDone TaskDone(string text)
    {
        var (name, data) = Split(text, "--task");
        var colon = name.LastIndexOf(':');
        return colon > 0
            ? new TrialNews.TaskDone(name[..colon], name[(colon + 1)..], data)
            : new TrialNews.TaskDone(name, null, data);
    }

    private static (string Name, object? Value) Split(string text, string option)
    {
        var (name, json) = text.IndexOf('=') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
        if (string.IsNullOrWhiteSpace(name))
            throw new RunRefusedException($"{option} wants a name.");
        object? value = null;
        if (json is not null && !PlainJson.TryParse(json, out value))
            throw new RunRefusedException(
                $"What follows {option} {name}= is no JSON; a text wants quotes: {option} '{name}=\"text\"'."
            );
        return (name, value);
    }
}
