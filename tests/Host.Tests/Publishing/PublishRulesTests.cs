using CaseFlow.Domain.Policy;
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

    [Theory]
    [InlineData("Production", false, false)]
    [InlineData("Development", true, true)]
    public void The_policy_counts_before_the_environment(string environment, bool policy, bool asked) =>
        Assert.Equal(new PublishRules(asked, asked), Rules(environment, policy));

    [Theory]
    [InlineData("true", false, true)]
    [InlineData("false", true, true)]
    [InlineData("false", false, false)]
    public void A_setting_makes_the_policy_stricter_and_never_looser(string setting, bool policy, bool asked) =>
        Assert.Equal(asked, Rules("Production", policy, ("Publishing:RequireApprover", setting)).RequireApprover);

    private static PublishRules Rules(string environment, params (string Key, string Value)[] settings) =>
        Rules(environment, null, settings);

    private static PublishRules Rules(string environment, bool? policy, params (string Key, string Value)[] settings) =>
        PublishRules.Of(
            new PolicyParameters(1, 14, 30, "Asia/Riyadh", 2, null, 90, 14, policy, policy),
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
