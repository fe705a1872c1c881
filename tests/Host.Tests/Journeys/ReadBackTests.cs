using System.Net;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>Reading back before the signature (P55): what was given can be changed, and what need not be given taken back.</summary>
public sealed class ReadBackTests : IDisposable
{
    private readonly CaseFlowServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_optional_answer_is_taken_back_before_the_signature()
    {
        var (number, sara) = await MatchedAsync();
        await sara.CompleteAsync(
            number,
            "CaseFlow.SignDeclaration",
            "Corrected",
            new { facts = new Dictionary<string, object?> { ["circumstances"] = null } }
        );

        Assert.False((await FactsAsync(number)).ContainsKey("circumstances"));
    }

    [Fact]
    public async Task An_answer_that_the_service_needs_is_not_taken_back()
    {
        var (number, sara) = await MatchedAsync();
        var answer = await sara.TryCompleteAsync(
            number,
            "CaseFlow.SignDeclaration",
            "Corrected",
            new { facts = new Dictionary<string, object?> { ["iban"] = "" } }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await FactsAsync(number)).ContainsKey("iban"));
    }

    private async Task<(string Number, Person Member)> MatchedAsync()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        await society.ReceiveAsync(number);
        await society.MatchAsync(number);
        return (number, await society.AsAsync("sara"));
    }

    private async Task<IReadOnlyDictionary<string, object?>> FactsAsync(string number) =>
        CaseFile
            .FromJson(
                await _server.ReadAsync(db =>
                    db.Cases.Where(c => c.Number == number).Select(c => c.Document).SingleAsync()
                )
            )
            .Facts;
}
