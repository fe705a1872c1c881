using CaseFlow.Host.Features.Procedures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Host.Tests.Publishing;

public sealed class PublishRulesTests
{
    [Theory]
    [InlineData("Development", false)]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    public void As_shipped_only_Development_asks_for_nothing(string environment, bool asked) =>
        Assert.Equal(new PublishRules(asked, asked), Rules(environment));

    [Fact]
    public void What_is_set_counts_in_any_environment() =>
        Assert.Equal(
            new PublishRules(RequireReason: true, RequireApprover: false),
            Rules("Production", ("Publishing:RequireApprover", "false"))
        );

    private static PublishRules Rules(string environment, params (string Key, string Value)[] settings) =>
        PublishRules.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
                .Build(),
            new Somewhere { EnvironmentName = environment }
        );

    private sealed class Somewhere : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
