using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Tests.Catalogue;

public sealed class PolicyLibraryTests : IDisposable
{
    private readonly LibraryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_shipped_library_has_no_problem() =>
        Assert.Empty(PolicyLibrary.Load(LibraryFolder.Shipped).Problems);

    [Fact]
    public void The_study_lasts_two_weeks_at_least_and_its_parameter_names_the_clause()
    {
        var library = PolicyLibrary.Load(LibraryFolder.Shipped);

        Assert.Equal(14, library.Parameters.StudyFloorDays);
        Assert.Equal("P59", library.ParameterSheet.Single(p => p.Key == "studyFloorDays").Clause);
    }

    [Fact]
    public void Each_service_that_gives_support_goes_through_the_committee()
    {
        var direct = PolicyLibrary.Load(LibraryFolder.Shipped).Services.Values.Where(s => !s.RequiresStudy);

        Assert.Equal(["statement-of-account"], direct.Select(s => s.Code));
    }

    [Fact]
    public void An_evidence_knows_how_long_it_is_valid_and_what_it_proves()
    {
        var rent = PolicyLibrary.Load(LibraryFolder.Shipped).Services["rent-support"];

        var income = rent.Evidence.Single(e => e.Key == "income-proof");
        Assert.Equal((ValidityKind.IssuedWithinDays, 90), (income.Validity.Kind, income.Validity.Days));
        Assert.Equal(["monthlyIncome"], income.Proves);
    }

    [Fact]
    public void A_member_that_is_left_out_is_empty_and_not_null()
    {
        var field = PolicyLibrary.Load(LibraryFolder.Shipped).Forms["rent-support"].Fields[0];

        Assert.Equal(FieldType.Text, field.Type);
        Assert.Empty(field.Options);
        Assert.Empty(field.Columns);
    }

    [Fact]
    public void A_form_that_a_service_names_must_exist() =>
        Expect("services/maintenance.json", "form", "library.unknown-form", f => f.Delete("forms/maintenance.json"));

    [Fact]
    public void A_procedure_that_a_service_names_must_exist() =>
        Expect(
            "services/statement-of-account.json",
            "definition",
            "library.unknown-definition",
            f => f.Delete("statement-of-account.json")
        );

    [Fact]
    public void Evidence_proves_only_facts_of_the_form() =>
        Expect(
            "services/rent-support.json",
            "evidence/income-proof",
            "library.unknown-fact",
            f => f.Edit("services/rent-support.json", "\"monthlyIncome\"", "\"wealth\"")
        );

    [Fact]
    public void A_condition_on_a_choice_names_one_of_its_options() =>
        Expect(
            "services/membership-transfer.json",
            "evidence/inheritance-deed",
            "library.unknown-option",
            f => f.Edit("services/membership-transfer.json", "\"inheritance\"", "\"lottery\"")
        );

    [Fact]
    public void A_field_occurs_once_in_a_form() =>
        Expect(
            "forms/reception.json",
            "fields",
            "library.key-twice",
            f => f.Edit("forms/reception.json", "\"key\": \"notes\"", "\"key\": \"needs\"")
        );

    [Fact]
    public void A_service_without_a_committee_names_the_clause_that_allows_it() =>
        Expect(
            "services/statement-of-account.json",
            "directClause",
            "library.study-or-clause",
            f => f.Edit("services/statement-of-account.json", "\"directClause\": \"P23\",", "")
        );

    [Fact]
    public void A_clause_that_the_policy_does_not_have_is_a_problem_wherever_it_is_named()
    {
        folder.Write(
            "policy/clauses.json",
            """[{ "id": "P1", "section": { "ar": "تمهيد", "en": "Preamble" }, "text": { "ar": "تضع", "en": "Sets" } }]"""
        );

        var files = PolicyLibrary
            .Load(folder.Path)
            .Problems.Where(p => p.Code == "library.unknown-clause")
            .Select(p => p.File.Split('/')[0])
            .ToHashSet();

        Assert.Superset(new HashSet<string> { "forms", "services", "policy" }, files);
    }

    [Fact]
    public void A_misspelt_member_is_a_problem_with_its_line()
    {
        folder.Edit("forms/override.json", "\"required\": true", "\"requierd\": true");

        var problem = Assert.Single(Problems(), p => p.File == "forms/override.json");

        Assert.Equal("library.unreadable", problem.Code);
        Assert.Matches(@"\$\.fields\[0\].* line \d+", problem.Place);
    }

    [Fact]
    public void A_text_must_be_there_in_both_languages() =>
        Expect(
            "policy/declaration.json",
            "$.text",
            "library.unreadable",
            f => f.Write("policy/declaration.json", """{ "version": "2", "text": { "ar": "أقر" } }""")
        );

    [Fact]
    public void An_empty_value_is_a_problem_and_not_a_missing_file() =>
        Expect(
            "policy/declaration.json",
            "$",
            "library.not-an-object",
            f => f.Write("policy/declaration.json", "null")
        );

    [Fact]
    public void All_problems_are_told_at_once()
    {
        folder.Delete("forms/maintenance.json").Write("forms/override.json", "{").Delete("policy/declaration.json");

        var files = Problems().Select(p => p.File);

        Assert.Superset(
            new HashSet<string> { "services/maintenance.json", "forms/override.json", "policy/declaration.json" },
            files.ToHashSet()
        );
    }

    [Fact]
    public void A_library_with_problems_is_refused_with_all_of_them()
    {
        folder.Delete("policy/parameters.json").Delete("forms/maintenance.json");

        var refusal = Assert.Throws<InvalidOperationException>(() => PolicyLibrary.Load(folder.Path).EnsureSound());

        Assert.Contains("policy/parameters.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("services/maintenance.json", refusal.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<LibraryProblem> Problems() => PolicyLibrary.Load(folder.Path).Problems;

    private void Expect(string file, string place, string code, Action<LibraryFolder> spoil)
    {
        spoil(folder);

        Assert.Single(
            Problems(),
            p => p.File == file && p.Code == code && p.Place.StartsWith(place, StringComparison.Ordinal)
        );
    }
}
