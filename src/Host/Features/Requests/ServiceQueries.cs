using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Requests;

/// <summary>A service with the form of its request.</summary>
public sealed record ServiceEntry(ServiceDefinition Service, FormDefinition Form);

/// <summary>The service catalogue (دليل الخدمات).</summary>
public sealed class ServiceQueries(PolicyLibrary library)
{
    public IReadOnlyList<ServiceEntry> All() =>
        [.. library.Services.Values.OrderBy(s => s.Code, StringComparer.Ordinal).Select(Entry)];

    public ServiceEntry? Find(string code) =>
        library.Services.TryGetValue(code, out var service) ? Entry(service) : null;

    private ServiceEntry Entry(ServiceDefinition service) => new(service, library.Forms[service.Form]);
}
