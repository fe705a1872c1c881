using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Walkthrough;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>Puts faults on record as if a task's completion had stopped at a later step.</summary>
internal sealed class Faults(CaseFlowServer server)
{
    private static readonly Actor Noura = Officer("user-noura", Role.RelationsOfficer);

    /// <summary>The reception was recorded, and the procedure stopped at the given step.</summary>
    public Task<string> AfterReceptionAsync(string number, string step) =>
        AddAsync(number, step, "CaseFlow.Receive", "Done", Noura, new() { ["channel"] = "phone" });

    /// <summary>The matching was done, and the procedure stopped at the given step.</summary>
    public Task<string> AfterMatchingAsync(string number, string step)
    {
        var service = server.Library.Services["rent-support"];
        return AddAsync(
            number,
            step,
            "CaseFlow.MatchEvidence",
            "Matched",
            Noura,
            new()
            {
                ["matches"] = Matching.Matches(service),
                ["validity"] = Matching.Validity(service, server.Now),
                ["attested"] = true,
            }
        );
    }

    /// <summary>The member confirmed, and the procedure stopped at the given step.</summary>
    public Task<string> AfterConfirmationAsync(string number, string step) =>
        AddAsync(
            number,
            step,
            "CaseFlow.ConfirmService",
            "Confirmed",
            new Actor("user-sara", "سارة", "Sara", new HashSet<string> { Role.Member }, "party-sara"),
            []
        );

    /// <summary>The gate's timer fell due, and the procedure stopped at the gate.</summary>
    public async Task<string> AtGateAsync(string number)
    {
        var timer = await server.ReadAsync(db =>
            db.Timers.Where(t => t.InstanceId == number && t.ActivityId == "study-gate").Select(t => t.Id).SingleAsync()
        );
        return await AddAsync(number, "study-gate", new Stimulus.TimerDue(timer));
    }

    /// <summary>A fault without anything that could be delivered again.</summary>
    public Task<string> SecretAsync(string number, string step) => AddAsync(number, step, stimulus: null);

    public Task<string> ActorAsync(string number, string code) =>
        server.ReadAsync(db =>
            db.Audit.Where(a => a.CaseNumber == number && a.Code == code).Select(a => a.ActorId).SingleAsync()
        );

    private async Task<string> AddAsync(
        string number,
        string step,
        string kind,
        string outcome,
        Actor by,
        Dictionary<string, object?> data
    )
    {
        var task = await server.ReadAsync(db =>
            db.Tasks.Where(t => t.CaseNumber == number && t.Kind == kind && t.EndedAt == null)
                .Select(t => t.Id)
                .SingleAsync()
        );
        return await AddAsync(number, step, new Stimulus.TaskCompleted(task, outcome, data, by));
    }

    private Task<string> AddAsync(string number, string step, Stimulus? stimulus) =>
        server.ReadAsync(async db =>
        {
            var incident = new IncidentRow
            {
                Id = Guid.NewGuid().ToString("N"),
                InstanceId = number,
                CaseNumber = number,
                At = server.Now,
                ActivityId = step,
                Code = "expression.failed",
                Message = "a script failed",
                Stimulus = stimulus is null ? null : StimulusJson.Write(stimulus),
            };
            db.Incidents.Add(incident);
            await db.SaveChangesAsync();
            return incident.Id;
        });

    private static Actor Officer(string id, string role) => new(id, id, id, new HashSet<string> { role }, null);
}
