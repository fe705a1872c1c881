using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CaseFlow.Host.Tests.Support.Databases;

/// <summary>The databases that CaseFlow runs on.</summary>
public enum TestDatabase
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Says on which database the facts of a class run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnAttribute(TestDatabase database) : Attribute
{
    public TestDatabase Database { get; } = database;
}

/// <summary>
/// Facts that hold on every database: an abstract class states them, and a nested class for each database runs them.
/// </summary>
public abstract class DatabaseTests : IAsyncLifetime
{
    private CaseFlowServer? _server;

    protected TestDatabase Database => GetType().GetCustomAttribute<OnAttribute>()!.Database;

    /// <summary>One server on that database, for tests that need no more.</summary>
    protected CaseFlowServer Server => _server ??= new CaseFlowServer { Database = Database };

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>
/// A fact about a database. It is skipped, with the reason, where the database is not there; SQL Server is listed only where
/// CASEFLOW_TEST_SQLSERVER names one.
/// </summary>
[XunitTestCaseDiscoverer("CaseFlow.Host.Tests.Support.Databases.DatabaseFactDiscoverer", "CaseFlow.Host.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;

public sealed class DatabaseFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions options,
        ITestMethod method,
        IAttributeInfo fact
    ) => OnDatabase.Elsewhere(DiagnosticMessageSink, options, method) ?? base.Discover(options, method, fact);
}

/// <summary>The same for a theory.</summary>
[XunitTestCaseDiscoverer("CaseFlow.Host.Tests.Support.Databases.DatabaseTheoryDiscoverer", "CaseFlow.Host.Tests")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;

public sealed class DatabaseTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions options,
        ITestMethod method,
        IAttributeInfo theory
    ) => OnDatabase.Elsewhere(DiagnosticMessageSink, options, method) ?? base.Discover(options, method, theory);
}

internal static class OnDatabase
{
    /// <summary>What stands in for the test where its database is not there; null where it is.</summary>
    public static IEnumerable<IXunitTestCase>? Elsewhere(
        IMessageSink messages,
        ITestFrameworkDiscoveryOptions options,
        ITestMethod method
    ) =>
        On(method) switch
        {
            TestDatabase.PostgreSql when PostgreSqlCluster.Missing is { } reason =>
            [
                new XunitSkippedDataRowTestCase(
                    messages,
                    options.MethodDisplayOrDefault(),
                    options.MethodDisplayOptionsOrDefault(),
                    method,
                    reason
                ),
            ],
            TestDatabase.SqlServer when TestStore.SqlServer is null => [],
            _ => null,
        };

    private static TestDatabase On(ITestMethod method) =>
        method
            .TestClass.Class.GetCustomAttributes(typeof(OnAttribute).AssemblyQualifiedName)
            .Single()
            .GetNamedArgument<TestDatabase>(nameof(OnAttribute.Database));
}
