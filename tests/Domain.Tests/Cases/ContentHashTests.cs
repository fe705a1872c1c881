using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class ContentHashTests
{
    private static readonly CaseFile File = World.Opened().Case.File;

    [Fact]
    public void It_is_a_sha_256_in_hex() => Assert.Matches("^[0-9a-f]{64}$", Hash(File));

    [Fact]
    public void The_order_of_facts_and_documents_does_not_matter()
    {
        var turned = File with
        {
            Facts = File.Facts.Reverse().ToDictionary(f => f.Key, f => f.Value),
            Evidence = [.. File.Evidence.Reverse()],
        };

        Assert.Equal(Hash(File), Hash(turned));
    }

    [Theory]
    [InlineData("rent", "2500")] // the text instead of the number
    [InlineData("rent", 2500.01)]
    [InlineData("employed", true)]
    [InlineData("employed", "false")]
    [InlineData("since", "2024-03-01")] // the text instead of the day
    [InlineData("new", "fact")]
    public void Every_change_of_a_fact_or_of_its_type_is_another_content(string fact, object value) =>
        Assert.NotEqual(
            Hash(File),
            Hash(File with { Facts = new Dictionary<string, object?>(File.Facts) { [fact] = value } })
        );

    [Fact]
    public void Two_facts_cannot_be_shifted_into_one_another()
    {
        string With(string a, string b) =>
            Hash(
                File with
                {
                    Facts = new Dictionary<string, object?> { ["a"] = a, ["b"] = b },
                }
            );

        Assert.NotEqual(With("x", "y"), With("x,1\"b\":s1\"y", ""));
    }

    [Fact]
    public void A_document_with_other_bytes_is_another_content() =>
        Assert.NotEqual(Hash(File), Hash(File with { Evidence = [File.Evidence[0], World.Document("contract", "b")] }));

    [Fact]
    public void A_document_under_another_requirement_is_another_content() =>
        Assert.NotEqual(
            Hash(File),
            Hash(File with { Evidence = [File.Evidence[0], File.Evidence[1] with { Requirement = "payslip" }] })
        );

    [Fact]
    public void Where_the_bytes_are_kept_does_not_matter() =>
        Assert.Equal(
            Hash(File),
            Hash(File with { Evidence = [File.Evidence[0], File.Evidence[1] with { DocumentId = "moved" }] })
        );

    [Fact]
    public void Another_case_applicant_service_or_declaration_is_another_content()
    {
        string[] hashes =
        [
            Hash(File),
            Hash(File with { Number = "1448-0008" }),
            Hash(File with { ApplicantPartyId = "party-2" }),
            Hash(File with { ServiceCode = "maintenance" }),
            Hash(File with { FormVersion = 9 }),
            CaseContent.Hash(File, "2", "words"),
            CaseContent.Hash(File, "1", "other words"),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    private static string Hash(CaseFile file) => CaseContent.Hash(file, "1", "words");
}
