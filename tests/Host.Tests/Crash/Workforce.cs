using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>Everybody doing whatever is in his inbox. Working again after a crash needs no memory of what was done before.</summary>
public sealed class Workforce(Society society)
{
    private static readonly string[] Everybody =
    [
        "sara",
        "khalid",
        "maryam",
        "noura",
        "huda",
        "abdulrahman",
        "latifa",
        "majed",
        "turki",
    ];

    /// <summary>One round through all inboxes; returns how many tasks were completed.</summary>
    public async Task<int> WorkAsync()
    {
        var done = 0;
        foreach (var name in Everybody)
        {
            var inbox = (await (await society.AsAsync(name)).GetAsync("/api/tasks")).AsArray();
            foreach (
                var task in inbox.Select(t =>
                    (Case: $"{t!["caseNumber"]}", Kind: $"{t["kind"]}", Service: $"{t["serviceCode"]}")
                )
            )
                done += await DoAsync(name, task.Case, task.Kind, task.Service) ? 1 : 0;
        }
        return done;
    }

    private async Task<bool> DoAsync(string name, string number, string kind, string service)
    {
        switch (kind)
        {
            case "CaseFlow.Receive":
                await society.ReceiveAsync(number);
                return true;
            case "CaseFlow.MatchEvidence":
                await society.MatchAsync(number, service);
                return true;
            case "CaseFlow.SignDeclaration":
                await society.SignAsync(number, name);
                return true;
            case "CaseFlow.ExplainStudy":
                await society.ExplainAsync(number);
                return true;
            case "CaseFlow.CommitteeStudy.Vote":
                await society.VoteAsync(number, name, "accept");
                return true;
            case "CaseFlow.CommitteeStudy.Decide" when name == "abdulrahman" && !await society.VotesWaitAsync(number):
                await society.SealAsync(number, "accept");
                return true;
            case "CaseFlow.CompleteRegistration":
                await society.RegisterAsync(number, service);
                return true;
            case "CaseFlow.ProvideService":
                await society.ProvideAsync(number);
                return true;
            case "CaseFlow.ConfirmService":
                await society.ConfirmAsync(number, name);
                return true;
            case "CaseFlow.SupplyItems" when name is "sara" or "khalid" or "maryam":
                await society.SupplyAsync(number, name);
                return true;
            case "CaseFlow.Clarify":
                await society.ClarifyAsync(number);
                return true;
            default:
                return false;
        }
    }
}
