using CaseFlow.Domain;
using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Features.Portal;

/// <summary>What a member typed into a task that changes the request, as the task takes it.</summary>
internal static class MyTaskInput
{
    /// <summary>
    /// The answers that are new, and nothing for those that were taken back. Those that they depend on go along: without them
    /// the form would not ask for these at all.
    /// </summary>
    public static Dictionary<string, object?> Facts(MyTaskSheet sheet, IReadOnlyDictionary<string, object?> typed)
    {
        var form = sheet.OnFile.Context.Form;
        var now = FormCheck.Check(sheet.Questions!, typed, partial: true).Data;
        var before = sheet.OnFile.File.Facts;
        var changed = now.Where(f => !PlainValue.Same(f.Value, before.GetValueOrDefault(f.Key)))
            .Select(f => f.Key)
            .ToHashSet(StringComparer.Ordinal);
        var facts = typed
            .Keys.Where(key => !now.ContainsKey(key) && before.GetValueOrDefault(key) is not null)
            .ToDictionary(key => key, _ => (object?)null, StringComparer.Ordinal);
        foreach (var key in changed)
            for (var field = form.Field(key); field is not null && facts.TryAdd(field.Key, Value(field.Key)); )
                field = field.VisibleWhen is { } condition ? form.Field(condition.Field) : null;
        return facts;

        object? Value(string key) => now.GetValueOrDefault(key) ?? before.GetValueOrDefault(key);
    }

    public static Dictionary<string, object?> Completion(
        IReadOnlyDictionary<string, object?> facts,
        IReadOnlyDictionary<string, StoredFile> files
    ) => new() { ["facts"] = facts, ["evidence"] = files.ToDictionary(f => f.Key, f => (object?)f.Value.Id) };

    public static Dictionary<string, object?> Draft(
        IReadOnlyDictionary<string, object?> typed,
        IReadOnlyDictionary<string, StoredFile> before,
        IReadOnlyDictionary<string, string> kept
    )
    {
        var evidence = before.ToDictionary(f => f.Key, f => (object?)f.Value.Id);
        foreach (var (key, id) in kept)
            evidence[key] = id;
        return new() { ["facts"] = typed, ["evidence"] = evidence };
    }
}
