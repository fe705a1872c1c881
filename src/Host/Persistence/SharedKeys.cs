using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Persistence;

/// <summary>The keys that sign cookies and tokens, kept among the settings of a database that several hosts share.</summary>
public sealed class SharedKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    private const string Prefix = "signing-key:";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        return
        [
            .. db
                .Settings.AsNoTracking()
                .Where(s => s.Key.StartsWith(Prefix))
                .Select(s => s.Value)
                .AsEnumerable()
                .Select(XElement.Parse),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        db.Settings.Add(
            new SettingRow { Key = Prefix + friendlyName, Value = element.ToString(SaveOptions.DisableFormatting) }
        );
        db.SaveChanges();
    }
}
