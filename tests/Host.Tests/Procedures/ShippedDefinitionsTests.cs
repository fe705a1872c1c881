using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Tests.Catalogue;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Tests.Procedures;

public sealed class ShippedDefinitionsTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(LibraryFolder.Shipped);
    private static readonly IReadOnlyDictionary<string, string> Texts = Library.Definitions;

    public static TheoryData<string> Ids => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_reads_without_a_problem(string id)
    {
        var read = DefinitionReader.TryRead(Texts[id], out _, out var problems);

        Assert.Empty(problems);
        Assert.True(read);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_may_be_published_as_it_is(string id)
    {
        var letters = LetterFolder.Load(Path.Combine(LibraryFolder.Shipped, "letters")).Templates.Keys.ToHashSet();

        var problems = DefinitionCheck.Check(
            Read(id),
            ActivityCatalogue.All,
            new LibraryReferences(Library, letters, Texts.Keys.ToHashSet())
        );

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_step_is_reached_and_every_loop_returns_to_a_step_that_was_passed(string id)
    {
        var graph = Read(id).Root.Graph!;
        var paths = graph.Paths!;

        Assert.Empty(graph.Activities.Where(a => paths.IsDangling(a.Id)).Select(a => a.Id));
        Assert.Empty(
            graph.Connections.Where(c => paths.IsBackward(c) && !paths.IsValidBackward(c)).Select(c => c.Source.Id)
        );
    }

    [Fact]
    public void The_loops_of_the_member_service_request_are_those_that_are_meant()
    {
        var graph = Read("member-service-request").Root.Graph!;

        var loops = graph
            .Connections.Where(graph.Paths!.IsBackward)
            .Select(c => $"{c.Source.Id} {c.SourcePort} {c.Target.Id}");

        Assert.Equal(
            [
                "clarification-letter Done clarification-requested",
                "committee-study ReturnedForItems check-completeness",
                "match-evidence ItemsMissing check-completeness",
                "sign-declaration Corrected check-completeness",
                "supply-items Supplied check-completeness",
                "was-received False provide-service",
            ],
            loops.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_activity_names_the_clause_that_it_serves(string id) =>
        Assert.Empty(Read(id).Root.Graph!.Activities.Where(a => a.Clause is null).Select(a => a.Id));

    [Fact]
    public void The_member_service_request_has_all_seven_steps()
    {
        var steps = Read("member-service-request")
            .Root.Graph!.Activities.Select(a => a.Raw["customProperties"]?["step"]?.GetValue<int>())
            .OfType<int>();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], steps.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_picture_puts_no_activity_on_another(string id)
    {
        var boxes = Read(id).Root.Graph!.Activities.Select(a => (a.Id, Box: Box(a))).ToList();

        var overlaps =
            from one in boxes
            from other in boxes
            where string.CompareOrdinal(one.Id, other.Id) < 0 && one.Box.Touches(other.Box)
            select $"{one.Id} {other.Id}";

        Assert.Empty(overlaps);
    }

    private static WorkflowDefinition Read(string id)
    {
        Assert.True(DefinitionReader.TryRead(Texts[id], out var definition, out _));
        return definition;
    }

    private static Rectangle Box(ActivityNode activity)
    {
        var designer = activity.Raw["metadata"]!["designer"]!;
        return new Rectangle(
            designer["position"]!["x"]!.GetValue<int>(),
            designer["position"]!["y"]!.GetValue<int>(),
            designer["size"]!["width"]!.GetValue<int>(),
            designer["size"]!["height"]!.GetValue<int>()
        );
    }

    private sealed record Rectangle(int X, int Y, int Width, int Height)
    {
        public bool Touches(Rectangle other) =>
            X <= other.X + other.Width && other.X <= X + Width && Y <= other.Y + other.Height && other.Y <= Y + Height;
    }
}
