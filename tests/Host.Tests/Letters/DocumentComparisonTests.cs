using System.Net;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>Two versions of a document side by side.</summary>
[Collection(LetterOffice.Name)]
public sealed class DocumentComparisonTests(Office office)
{
    [Fact]
    public async Task Two_versions_of_a_letter_are_told_apart_by_word_and_property()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("statement", ("NameEn", "Account"), ("BodyEn", "<p>Here it is.</p>"));
        await omar.PostAsync(LetterDesk.Address("statement"), typed);

        var page = WebUtility.HtmlDecode(await omar.ReadAsync("/library/letters/statement/compare?before=1&after=2"));

        Assert.Contains("<ins><bdi class=\"compared\">Account</bdi></ins>", page, StringComparison.Ordinal);
        Assert.Contains("diff-removed", page, StringComparison.Ordinal);
        Assert.Contains("Here", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_of_another_document_are_told_apart_by_their_parts()
    {
        const string id = "services/rent-support";
        var latest = (await office.VersionsAsync(id))[^1];
        var files = PolicyDocument
            .Read(latest)
            .Files.ToDictionary(f => f.Key, f => f.Value.Replace("دعم الإيجار", "دعم السكن", StringComparison.Ordinal));
        await office.SendAsync(new SaveDocument(new PolicyDocument(id, files), latest.Mark, office.Omar));
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var page = WebUtility.HtmlDecode(await omar.ReadAsync($"/library/{id}/compare?before=1&after=2"));

        Assert.Contains("تغيّر: اسم الخدمة بالعربية", page, StringComparison.Ordinal);
        Assert.Contains(">دعم السكن<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_not_found()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.GetAsync("/library/letters/service/compare?before=1&after=9");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
