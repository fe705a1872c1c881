using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Signing;

/// <summary>One-time codes for signing (P56): six digits, ten minutes, five tries, one at a time for a task.</summary>
public sealed class SignCodes(CaseFlowDb db, UnitOfWork unit)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenCodes = TimeSpan.FromSeconds(30);
    private const int MaxAttempts = 5;

    /// <summary>Makes a code and remembers its hash. The code itself is kept nowhere.</summary>
    /// <exception cref="RefusalException">The last one was sent a moment ago.</exception>
    public async Task<string> CreateAsync(string taskId, CancellationToken ct)
    {
        var row = await db.SignCodes.FindAsync([taskId], ct);
        if (row is not null && unit.Now - row.SentAt < BetweenCodes)
            throw RefusalException.Of("sign-code.just-sent", "P56", ("seconds", (long)BetweenCodes.TotalSeconds));
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", null);
        if (row is null)
            db.SignCodes.Add(
                row = new SignCodeRow
                {
                    TaskId = taskId,
                    Hash = "",
                    SentAt = unit.Now,
                    ExpiresAt = unit.Now,
                }
            );
        row.Hash = HashOf(taskId, code);
        row.SentAt = unit.Now;
        row.ExpiresAt = unit.Now + ValidFor;
        row.Attempts = 0;
        return code;
    }

    /// <summary>Accepts the right code once. A wrong one counts even though the refusal undoes this unit of work.</summary>
    /// <exception cref="RefusalException">Wrong, expired, tried too often or never sent.</exception>
    public async Task UseAsync(string taskId, string code, CancellationToken ct)
    {
        var row = await db.SignCodes.FindAsync([taskId], ct);
        if (row is null || row.ExpiresAt <= unit.Now)
            throw RefusalException.Of("sign-code.expired", "P56");
        if (row.Attempts >= MaxAttempts)
            throw RefusalException.Of("sign-code.too-many-attempts", "P56");
        var given = Encoding.ASCII.GetBytes(HashOf(taskId, code.Trim()));
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(row.Hash)))
        {
            unit.IfRefused(async () => (await db.SignCodes.SingleAsync(c => c.TaskId == taskId, ct)).Attempts++);
            throw RefusalException.Of("sign-code.wrong", "P56", ("left", (long)(MaxAttempts - row.Attempts - 1)));
        }
        db.SignCodes.Remove(row);
    }

    private static string HashOf(string taskId, string code) =>
        Convert.ToHexString(
            Rfc2898DeriveBytes.Pbkdf2(code, Encoding.UTF8.GetBytes(taskId), 20_000, HashAlgorithmName.SHA256, 32)
        );
}
