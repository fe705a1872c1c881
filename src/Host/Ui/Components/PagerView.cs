namespace CaseFlow.Host.Ui;

/// <summary>Leads through a long list; draw with <c>&lt;partial name="_Pager" model="pager" /&gt;</c>. Nothing shows for one page.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Link">The address of a page.</param>
public sealed record PagerView(int Page, int PageSize, int Total, Func<int, string> Link)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int FirstShown => Total == 0 ? 0 : (Page - 1) * PageSize + 1;

    public int LastShown => Math.Min(Page * PageSize, Total);

    /// <summary>First, last, and the neighbours of this page; null stands for a gap.</summary>
    public IEnumerable<int?> Numbers
    {
        get
        {
            var shown = Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) <= 1);
            var previous = 0;
            foreach (var number in shown)
            {
                if (number > previous + 1)
                {
                    yield return null;
                }

                yield return number;
                previous = number;
            }
        }
    }
}
