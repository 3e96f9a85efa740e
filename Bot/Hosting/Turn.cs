using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>What a route is handed.</summary>
/// <param name="Rest">What was typed after the command word; empty when nothing was.</param>
internal sealed record Turn(Caller Caller, ITurnContext Context, string Rest, IServiceProvider Services, CancellationToken Cancellation)
{
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
