using System.Security.Claims;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>What pages say about the person who is signed in.</summary>
public static class Person
{
    /// <summary>Claim with the name in Latin letters; the Arabic one is the ordinary name.</summary>
    public const string EnglishName = "caseflow.name-en";

    /// <summary>Claim with the name as it is shown, in Arabic.</summary>
    public const string ArabicName = "caseflow.name";

    public static string DisplayName(this ClaimsPrincipal user, Reader reader) =>
        reader.Pick(
            user.FindFirstValue(ArabicName) ?? user.Identity?.Name ?? "",
            user.FindFirstValue(EnglishName) ?? user.Identity?.Name
        );

    public static string RoleNames(this ClaimsPrincipal user, IStringLocalizer<Texts> texts) =>
        string.Join(" · ", user.FindAll(ClaimTypes.Role).Select(c => texts[$"Role.{c.Value}"].Value));
}
