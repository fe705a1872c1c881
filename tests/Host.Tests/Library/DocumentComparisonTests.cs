using System.Text.Json.Nodes;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Editing;
using CaseFlow.Host.Tests.Catalogue;

namespace CaseFlow.Host.Tests.Library;

public sealed class DocumentComparisonTests
{
    private static readonly IReadOnlyList<PolicyDocument> Shipped = PolicyFolder.Read(LibraryFolder.Shipped).Documents;

    [Fact]
    public void The_same_document_has_no_changes() =>
        Assert.All(
            Shipped.Where(d => !d.Id.StartsWith("letters/", StringComparison.Ordinal)),
            d => Assert.Empty(DocumentComparison.Of(d, d).Changes)
        );

    [Fact]
    public void A_question_in_other_words_is_one_change_in_its_language()
    {
        var form = Document("forms/rent-support");

        var change = Assert.Single(Changes(form, form.Saying("\"Full name\"", "\"Name\"")));

        Assert.Equal((ChangeVerb.Changed, "en"), (change.Verb, change.Language));
        Assert.Equal(("Full name", "Name"), (change.Before, change.After));
        Assert.Contains(change.Place, s => s.Name?.En == "Name");
    }

    [Fact]
    public void A_field_that_only_stands_elsewhere_has_moved_and_the_others_have_not()
    {
        var form = Document("forms/rent-support");
        var root = Root(form);
        var fields = root["fields"]!.AsArray();
        var last = fields[^1]!;
        fields.RemoveAt(fields.Count - 1);
        fields.Insert(0, last);

        var change = Assert.Single(Changes(form, With(form, root)));

        Assert.Equal(ChangeVerb.Moved, change.Verb);
    }

    [Fact]
    public void A_field_more_and_a_field_less_are_told_by_name()
    {
        var form = Document("forms/rent-support");
        var root = Root(form);
        root["fields"]!.AsArray().RemoveAt(0);

        Assert.Equal(ChangeVerb.Removed, Assert.Single(Changes(form, With(form, root))).Verb);
        var added = Assert.Single(Changes(With(form, root), form));
        Assert.Equal((ChangeVerb.Added, "Full name"), (added.Verb, added.Place[^1].Name?.En));
    }

    [Fact]
    public void A_value_of_the_policy_is_told_by_its_label()
    {
        var policy = Document("policy/parameters");

        var change = Assert.Single(Changes(policy, policy.Saying("\"value\": 30", "\"value\": 45")));

        Assert.Equal(("30", "45"), (change.Before, change.After));
        Assert.Equal("Target for the reply (days)", change.Place[0].Name?.En);
    }

    private static IReadOnlyList<DocumentChange> Changes(PolicyDocument before, PolicyDocument after) =>
        DocumentComparison.Of(before, after).Changes;

    private static PolicyDocument Document(string id) => Shipped.Single(d => d.Id == id);

    private static JsonObject Root(PolicyDocument document) =>
        JsonNode.Parse(document.Files[$"{document.Id}.json"])!.AsObject();

    private static PolicyDocument With(PolicyDocument document, JsonObject root) =>
        new(document.Id, new Dictionary<string, string> { [$"{document.Id}.json"] = root.ToJsonString() });
}
