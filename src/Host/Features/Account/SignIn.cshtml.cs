using System.Security.Claims;
using CaseFlow.Domain;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Account;

[AllowAnonymous]
public sealed class SignInModel(
    SignInManager<User> signIn,
    UserManager<User> users,
    RefusalText refusals,
    IWebHostEnvironment environment
) : PageModel
{
    [BindProperty]
    public string UserName { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why it did not work; never which of the two parts was wrong.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<DemoAccount> DemoAccounts => environment.IsDevelopment() ? DemoData.Accounts : [];

    /// <param name="account">In Development: a demo account to fill in.</param>
    public IActionResult OnGet(string? account)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(Next(User));
        }

        if (DemoAccounts.FirstOrDefault(a => a.UserName == account) is { } demo)
        {
            (UserName, Password) = (demo.UserName, DemoData.Password);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var name = UserName.Trim();
        var result = await signIn.PasswordSignInAsync(name, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            var user = await users.FindByNameAsync(name);
            return LocalRedirect(Next(await signIn.CreateUserPrincipalAsync(user!)));
        }

        Problem = refusals.Sentence(Refusal.Of(result.IsLockedOut ? "sign-in.locked-out" : "sign-in.failed"));
        Password = "";
        return Page();
    }

    // Where the reader wanted to go, else where his work is: the first entry of his header.
    private string Next(ClaimsPrincipal reader) =>
        Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Navigation.For(reader).Select(i => i.Href).FirstOrDefault("/");
}
