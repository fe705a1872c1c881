using System.Text.RegularExpressions;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Walkthrough;

/// <summary>The people and the props of the walkthrough: each verb is what a page or the API would do.</summary>
internal sealed partial class Stage(IServiceProvider services, VirtualClock clock, TextWriter output)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public static Actor Person(string userName)
    {
        var account = DemoData.Accounts.Single(a => a.UserName == userName);
        return new Actor(
            $"user-{userName}",
            account.Name,
            account.NameEnglish,
            account.Roles.ToHashSet(StringComparer.Ordinal),
            account.NationalId is null ? null : $"party-{userName}"
        );
    }

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> ReadAsync<T>(Func<CaseFlowDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
    }

    public async Task<Case> CaseAsync(string number)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseStore>().GetAsync(number, CancellationToken.None);
    }

    public T Use<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Does the open task of that kind that this person may do.</summary>
    public async Task CompleteAsync(
        string caseNumber,
        string kind,
        Actor by,
        string outcome,
        IReadOnlyDictionary<string, object?> data
    )
    {
        var task = await TaskAsync(caseNumber, kind, by);
        await SendAsync(new CompleteTask(task.Id, outcome, data, task.Version, by));
    }

    public async Task<TaskRow> TaskAsync(string caseNumber, string kind, Actor by) =>
        await ReadAsync(db =>
            db.Tasks.AsNoTracking()
                .Where(t => t.CaseNumber == caseNumber && t.Kind == kind)
                .Where(t => t.Status == HumanTaskStatus.Open || t.Status == HumanTaskStatus.Claimed)
                .Where(t => t.AssigneeId == null || t.AssigneeId == by.UserId)
                .SingleOrDefaultAsync()
        ) ?? throw new DeviationException($"{by.NameEnglish} has no open task {kind}");

    /// <summary>Lets time pass and everything happen that came due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        clock.Advance(time);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueWork>().DoAsync(CancellationToken.None);
        await DeliverAsync();
    }

    public async Task DeliverAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().SendAsync(CancellationToken.None);
    }

    /// <summary>Reads the one-time code as the member does: in the message that was sent.</summary>
    public async Task<string> CodeFromMailAsync(string caseNumber)
    {
        var text = await ReadAsync(db =>
            db.Outbox.Where(o => o.CaseNumber == caseNumber && o.Confidential && o.SentAt == null)
                .Select(o => o.Text)
                .SingleAsync()
        );
        await DeliverAsync();
        return SixDigits().Match(text) is { Success: true } code
            ? code.Value
            : throw new DeviationException("The message holds no code.");
    }

    /// <summary>A line of the story: both dates, step, who, what, clause.</summary>
    public Task TellAsync(int step, Actor? who, string what, string clause)
    {
        var day = CalendarDate.At(Now);
        var person = who is null ? "the system" : $"{who.NameEnglish} ({who.Roles.First()})";
        return output.WriteLineAsync($"{day.Hijri} AH · {day} · step {step} · {person} · {what} · {clause}");
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();
}
