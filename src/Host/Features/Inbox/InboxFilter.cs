using Microsoft.AspNetCore.Http.Extensions;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>What the address of the inbox asks for. A bookmark of the address is a saved view.</summary>
/// <param name="View">One of <see cref="Views"/>.</param>
/// <param name="Service">Code of a service.</param>
/// <param name="Step">One of the seven steps.</param>
/// <param name="Search">Part of a case number or of a member's name.</param>
/// <param name="Task">The task that is open in the third pane.</param>
public sealed record InboxFilter(string View, string? Service, int? Step, string? Search, string? Task)
{
    public const string All = "all";
    public const string Mine = "mine";
    public const string Groups = "groups";
    public const string Waiting = "waiting";
    public const string Overdue = "overdue";

    public static IReadOnlyList<string> Views { get; } = [All, Mine, Groups, Overdue, Waiting];

    public static InboxFilter Of(string? view, string? service, int? step, string? search, string? task) =>
        new(
            Views.FirstOrDefault(v => v == view) ?? All,
            Text(service),
            step is >= 1 and <= 7 ? step : null,
            Text(search),
            Text(task)
        );

    /// <summary>The address of this view, with another task open or none.</summary>
    public string Href(string? task = null) => With(this, task);

    public string HrefOfView(string view) =>
        With(this with { View = view, Service = null, Step = null, Search = null }, null);

    public string HrefOfService(string? service) =>
        With(this with { View = All, Service = service, Step = null }, null);

    public string HrefOfStep(int? step) => With(this with { View = All, Step = step, Service = null }, null);

    /// <summary>Whether a task belongs here.</summary>
    public bool Takes(InboxRow row) =>
        View switch
        {
            Mine => row.Task.Mine,
            Groups => !row.Task.Mine,
            Overdue => row.Late,
            _ => true,
        }
        && (Service is null || row.Task.ServiceCode == Service)
        && (Step is null || row.Task.Step == Step)
        && (Search is null || Contains(row.Task, Search));

    private static bool Contains(TaskItem task, string words) =>
        new[] { task.CaseNumber, task.Member?.Ar, task.Member?.En, task.Title.Ar, task.Title.En }.Any(text =>
            text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true
        );

    private static string With(InboxFilter filter, string? task)
    {
        var query = new QueryBuilder();
        Add("view", filter.View == All ? null : filter.View);
        Add("service", filter.Service);
        Add("step", filter.Step?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("q", filter.Search);
        Add("task", task);
        return "/inbox" + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (value is not null)
                query.Add(name, value);
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
