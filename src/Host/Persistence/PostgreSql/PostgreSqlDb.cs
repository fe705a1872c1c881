using Microsoft.EntityFrameworkCore;
#if EF_DESIGN
using Microsoft.EntityFrameworkCore.Design;
#endif

namespace CaseFlow.Host.Persistence.PostgreSql;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options) : CaseFlowDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The order of bytes, as on the other databases and whatever the server's language is.
        foreach (var text in Texts(builder))
            text.SetCollation("C");
    }

    protected override string IsTrue(string column) => $"\"{column}\"";

#if EF_DESIGN
    internal sealed class Design : IDesignTimeDbContextFactory<PostgreSqlDb>
    {
        public PostgreSqlDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=design").Options);
    }
#endif
}
