using Microsoft.EntityFrameworkCore;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Hands out the configured database's context under the name that every room asks for.</summary>
internal sealed class BotDbContextFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<BotDbContext>
    where TContext : BotDbContext
{
    public BotDbContext CreateDbContext() => factory.CreateDbContext();
}
