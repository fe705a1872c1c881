using Microsoft.EntityFrameworkCore;
#if EF_DESIGN
using Microsoft.EntityFrameworkCore.Design;
#endif

namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>The embedded default: one file, no other service.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CaseFlowDb(options)
{
#if EF_DESIGN
    internal sealed class Design : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options);
    }
#endif
}
