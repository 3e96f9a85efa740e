using Microsoft.EntityFrameworkCore;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>For more than one instance. Its migrations are in <c>Migrations/Postgres</c>.</summary>
internal sealed class PostgresBotDbContext(DbContextOptions<PostgresBotDbContext> options) : BotDbContext(options);
