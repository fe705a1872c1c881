using CaseFlow.Browser.Support;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Browser.Designer;

/// <summary>A host that believes a proxy of the same machine.</summary>
public sealed class DesignerSite : BrowserSite
{
    protected override CaseFlowServer Open() => new() { Settings = { ["Proxy:Addresses"] = "127.0.0.1" } };
}
