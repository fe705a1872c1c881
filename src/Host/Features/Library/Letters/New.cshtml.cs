using CaseFlow.Domain;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Letters;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>Begins a letter: of a class, with what its class asks for, or as a copy of another.</summary>
[Authorize(Roles = Role.PolicyAdministrator)]
public sealed class NewModel(LetterBench bench, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    public const int LongestKey = 60;

    public IReadOnlyList<PolicyDocument> Letters { get; private set; } = [];

    public string Key { get; private set; } = "";

    public string NameAr { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>A class, or <c>copy:</c> and the key of a letter.</summary>
    public string From { get; private set; } = "";

    public Refusal? Refused { get; private set; }

    public static string Copy(PolicyDocument letter) => $"copy:{letter.Key}";

    public async Task OnGetAsync([FromQuery(Name = "from")] string? from, CancellationToken ct)
    {
        From = from ?? "";
        Letters = await bench.AllAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? key,
        [FromForm] string? nameAr,
        [FromForm] string? nameEn,
        [FromForm] string? from,
        CancellationToken ct
    )
    {
        (Key, NameAr, NameEn, From) = (Line(key), Line(nameAr), Line(nameEn), Line(from));
        Letters = await bench.AllAsync(ct);
        try
        {
            await mediator.Send(new SaveDocument(Begin(), Seen: null, User.ToActor()), ct);
            TempData["Flash"] = texts["Begun"].Value;
            return Redirect($"/library/letters/{Key}/edit");
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return Page();
        }
    }

    private PolicyDocument Begin()
    {
        // A key is part of addresses and file names; what it may look like else, the saving says.
        if (Key.Length is 0 or > LongestKey || Key.Contains('/', StringComparison.Ordinal))
            throw RefusalException.Of("library.key", "P11");
        if (NameAr.Length == 0 || NameEn.Length == 0)
            throw RefusalException.Of("letter.names-missing");
        if (Letters.FirstOrDefault(l => Copy(l) == From) is { } original)
            return LetterStarters.CopyOf(original, Key, NameAr, NameEn);
        var letter = LetterMetadata.ClassNamed(From) ?? throw RefusalException.Of("letter.start-missing");
        return LetterStarters.Of(
            Key,
            letter,
            NameAr,
            NameEn,
            bench.LettersInForce.FirstOrDefault(l => LetterForm.Of(l).Class == letter)
        );
    }

    /// <summary>Classes in the order of a case's life.</summary>
    public static IEnumerable<LetterClass> Classes => Enum.GetValues<LetterClass>();

    private static string Line(string? text) =>
        new([.. (text ?? "").Trim().Where(c => !char.IsControl(c)).Take(LetterForm.LongestLine)]);
}
