using Microsoft.EntityFrameworkCore;
#if EF_DESIGN
using Microsoft.EntityFrameworkCore.Design;
#endif

namespace CaseFlow.Host.Persistence.SqlServer;

/// <summary>The model on SQL Server: it compares as the other databases do, and its keys have a length.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : CaseFlowDb(options)
{
    // 900 bytes a primary key, 1700 an index, two bytes a character; the widest have three texts.
    private const int KeyLength = 128;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var text in Texts(builder))
        {
            // By bytes: the server's own comparison takes "A" for "a" and one form of alef for another.
            text.SetCollation("Latin1_General_100_BIN2");
            if (text.IsKey() || text.IsForeignKey() || text.IsIndex())
                text.SetMaxLength(KeyLength);
        }
    }

    protected override string IsTrue(string column) => $"[{column}] = 1";

#if EF_DESIGN
    internal sealed class Design : IDesignTimeDbContextFactory<SqlServerDb>
    {
        public SqlServerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=design").Options);
    }
#endif
}
