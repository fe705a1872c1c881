using System.Security.Cryptography;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Host.Features.Account;

/// <summary>
/// <c>add-user NAME ROLE[,ROLE] --name ARABIC [--english NAME] [--email ADDRESS] [--national-id ID]</c>: makes an account
/// and prints its first password once. It is how the first people of a new installation come in.
/// </summary>
public static class AddUserCommand
{
    private const string Usage =
        "Usage: add-user NAME ROLE[,ROLE] --name ARABIC [--english NAME] [--email ADDRESS] [--national-id ID]";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (Read(args) is not { } wanted)
        {
            await errors.WriteLineAsync($"{Usage}\nRoles: {string.Join(", ", Role.All)}");
            return 2;
        }
        await using var app = CaseFlowApp.Build([]);
        await CaseFlowApp.PrepareAsync(app);
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var result = await CreateAsync(users, db, wanted, password);
        if (!result.Succeeded)
        {
            await errors.WriteLineAsync(string.Join(' ', result.Errors.Select(e => e.Description)));
            return 1;
        }
        await transaction.CommitAsync();
        await output.WriteLineAsync($"{wanted.UserName} can sign in with the password {password}");
        return 0;
    }

    private static async Task<IdentityResult> CreateAsync(
        UserManager<User> users,
        CaseFlowDb db,
        NewUser wanted,
        string password
    )
    {
        var user = new User
        {
            UserName = wanted.UserName,
            Email = wanted.Email,
            DisplayName = wanted.Name,
            DisplayNameEnglish = wanted.English,
        };
        if (wanted.Roles.Contains(Role.Member))
        {
            user.PartyId = $"party-{user.Id}";
            db.Parties.Add(
                new PartyRow
                {
                    Id = user.PartyId,
                    Name = wanted.Name,
                    NameEnglish = wanted.English,
                    NationalId = wanted.NationalId,
                    Email = wanted.Email,
                }
            );
        }
        var created = await users.CreateAsync(user, password);
        return created.Succeeded ? await users.AddToRolesAsync(user, wanted.Roles) : created;
    }

    private static NewUser? Read(string[] args)
    {
        if (args.Length < 2 || args.Length % 2 != 0)
            return null;
        var options = args.Skip(2).Chunk(2).ToDictionary(o => o[0], o => o[1], StringComparer.Ordinal);
        var roles = args[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] known = ["--name", "--english", "--email", "--national-id"];
        if (roles.Length == 0 || roles.Except(Role.All).Any() || options.Keys.Except(known).Any())
            return null;
        return options.GetValueOrDefault("--name") is { } name
            ? new NewUser(
                args[0],
                roles,
                name,
                options.GetValueOrDefault("--english", args[0]),
                options.GetValueOrDefault("--email"),
                options.GetValueOrDefault("--national-id")
            )
            : null;
    }

    private sealed record NewUser(
        string UserName,
        string[] Roles,
        string Name,
        string English,
        string? Email,
        string? NationalId
    );
}
