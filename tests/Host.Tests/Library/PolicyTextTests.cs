using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Library;

/// <summary>The words of the policy and of the declaration, as a browser without scripts changes them.</summary>
public sealed class PolicyTextTests(Office office) : IClassFixture<Office>
{
    private const string Declaration = "/library/policy/declaration/edit";
    private const string Clauses = "/library/policy/clauses/edit";

    [Fact]
    public async Task Other_words_of_the_declaration_get_another_version_and_the_same_words_keep_theirs()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        await omar.PostAsync(Declaration, Typed.Fields(await omar.ReadAsync(Declaration), ("act", "save")));
        var untouched = (await office.VersionsAsync("policy/declaration")).Count;
        await omar.PostAsync(
            Declaration,
            Typed.Fields(await omar.ReadAsync(Declaration), ("act", "save"), ("text.en", "I declare that all is true."))
        );

        var draft = (await office.VersionsAsync("policy/declaration"))[^1];

        Assert.Equal(1, untouched);
        Assert.Equal("2026-2", $"{Typed.File(draft)["version"]}");
    }

    [Fact]
    public async Task One_version_of_the_declaration_never_has_two_texts()
    {
        var first = PolicyDocument.Read((await office.VersionsAsync("policy/declaration"))[0]);
        await using var scope = office.Server.Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<LibraryGate>();

        var same = await gate.CheckAsync([first], CancellationToken.None);
        var other = await gate.CheckAsync([first.Saying("I, the applicant,", "I")], CancellationToken.None);

        Assert.Empty(same);
        Assert.Equal("library.declaration-version", Assert.Single(other).Code);
    }

    [Fact]
    public async Task A_clause_that_was_published_in_other_words_is_read_by_everybody()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        await omar.ReadAsync("/policy");
        await omar.PostAsync(
            Clauses,
            Typed.Fields(await omar.ReadAsync(Clauses), ("act", "save"), ("clauses[0].text.ar", "نص جديد للبند الأول"))
        );
        var draft = (await office.VersionsAsync("policy/clauses"))[^1];
        await office.SendAsync(new PublishDefinition(draft.Id, draft.Mark, null, null, office.Omar));

        Assert.Contains("نص جديد للبند الأول", await omar.ReadAsync("/policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_that_something_rests_on_cannot_be_removed()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var page = await omar.ReadAsync(Clauses);
        var without = await (
            await omar.PostAsync(Clauses, Typed.Fields(page, ("act", "remove:clauses[45]")))
        ).Content.ReadAsStringAsync();

        var answer = await omar.PostAsync(Clauses, Typed.Fields(without, ("act", "check")));

        Assert.Contains(
            "services/rent-support.json",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }
}
