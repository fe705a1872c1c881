using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// What a case is judged by: its service and form as they were when it was opened (P47), the policy as it is now.
/// </summary>
public sealed class CaseContexts(CaseFlowDb db, PolicyLibrary library, ServiceVersionCache versions)
{
    /// <summary>The service in force now, kept under its hash for the cases that begin on it.</summary>
    /// <exception cref="RefusalException">There is no service of that code.</exception>
    public async Task<(string Version, CaseContext Context)> CurrentAsync(string serviceCode, CancellationToken ct)
    {
        if (!library.Services.TryGetValue(serviceCode, out var service))
            throw RefusalException.Of("service.unknown", "P21", ("service", serviceCode));
        var version = new ServiceVersion(service, library.Forms[service.Form]);
        var json = JsonSerializer.Serialize(version, DomainJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (!versions.Contains(hash) && !await db.ServiceVersions.AnyAsync(v => v.Hash == hash, ct))
            db.ServiceVersions.Add(
                new ServiceVersionRow
                {
                    Hash = hash,
                    Code = serviceCode,
                    Json = json,
                }
            );
        return (hash, Context(version));
    }

    /// <summary>The service that a stored case began on.</summary>
    public async Task<CaseContext> OfAsync(string hash, CancellationToken ct)
    {
        if (versions.Find(hash) is { } known)
            return Context(known);
        var json = await db.ServiceVersions.Where(v => v.Hash == hash).Select(v => v.Json).SingleAsync(ct);
        return Context(versions.Add(hash, JsonSerializer.Deserialize<ServiceVersion>(json, DomainJson.Options)!));
    }

    private CaseContext Context(ServiceVersion version) =>
        new(version.Service, version.Form, library.Parameters, library.Declaration, library.Clauses);
}

/// <summary>A service with its form, together as one version.</summary>
public sealed record ServiceVersion(ServiceDefinition Service, FormDefinition Form);

/// <summary>Versions that were read from the database; they never change.</summary>
public sealed class ServiceVersionCache
{
    private readonly ConcurrentDictionary<string, ServiceVersion> _known = new(StringComparer.Ordinal);

    public bool Contains(string hash) => _known.ContainsKey(hash);

    public ServiceVersion? Find(string hash) => _known.GetValueOrDefault(hash);

    public ServiceVersion Add(string hash, ServiceVersion version) => _known.GetOrAdd(hash, version);
}
