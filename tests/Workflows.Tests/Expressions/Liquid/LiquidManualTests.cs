using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

public sealed class LiquidManualTests
{
    [Fact]
    public void The_manual_names_every_filter()
    {
        var manual = File.ReadAllText(Path.Combine(LiquidOracle.Folder, "../../../docs/expressions.md"));

        Assert.All(
            LiquidDialect.Expressions.Filters,
            filter => Assert.Contains($"`{filter}`", manual, StringComparison.Ordinal)
        );
    }
}
