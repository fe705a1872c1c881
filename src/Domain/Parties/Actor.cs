namespace CaseFlow.Domain.Parties;

/// <summary>Who does something: a signed-in person, or the system itself.</summary>
/// <param name="UserId">Stable id of the login; <c>system</c> for the system.</param>
/// <param name="Name">Name as written in Arabic.</param>
/// <param name="NameEnglish">Name in Latin letters, when known.</param>
/// <param name="Roles">Names from <see cref="Role"/>.</param>
/// <param name="PartyId">The party that the person is in the register; null for staff who are no member.</param>
public sealed record Actor(string UserId, string Name, string? NameEnglish, IReadOnlySet<string> Roles, string? PartyId)
{
    /// <summary>The system acting by itself, e.g. when a timer is due. Holds no role and is nobody's applicant.</summary>
    public static Actor System { get; } = new("system", "system", "system", new HashSet<string>(), null);

    /// <summary>Whether the actor holds that role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Whether the actor holds at least one of these roles.</summary>
    public bool IsAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Is(role))
            {
                return true;
            }
        }

        return false;
    }
}
