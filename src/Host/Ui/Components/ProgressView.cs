namespace CaseFlow.Host.Ui;

/// <summary>One long job. What it does now is said in words beside the bar.</summary>
/// <param name="Total">Null while the length is not known.</param>
/// <param name="Href">Where the job can be looked at; leaving the page does not stop it.</param>
public sealed record ProgressItem(string Title, string Doing, int Done, int? Total, Tone Tone, string? Href = null)
{
    public bool Finished => Total is { } total && Done >= total;
}

/// <summary>Long jobs under way; draw with <c>&lt;partial name="_ProgressList" model="list" /&gt;</c>.</summary>
public sealed record ProgressListView(IReadOnlyList<ProgressItem> Items);
