using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>The channels of a practice's team. Asked each time: while somebody sets the practice up, and once a minute by the check of the summary's channel.</summary>
internal sealed partial class TeamChannels(
    IDbContextFactory<BotDbContext> contexts, TeamConnector connector, TimeProvider time, ILogger<TeamChannels> logger)
{
    /// <summary>Teams gives the first channel no name, because each client shows it in its own language.</summary>
    public const string FirstChannel = "General";

    /// <summary>Teams hangs up on a turn after fifteen seconds; by then the person must have an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <returns>In Teams' order; empty when the bot is in no team of the practice, or when Teams cannot say at present.</returns>
    public async Task<IReadOnlyList<(string Id, string Name)>> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            return await ReadAsync(practice, either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An error, no answer, no token to ask with: whoever asks goes on without a list.
            Log.CouldNotRead(logger, practice, exception.GetType().Name);
            return [];
        }
    }

    private async Task<IReadOnlyList<(string Id, string Name)>> ReadAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var team = await db.Installations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Practice == practice && row.RemovedAt == null, cancellationToken);
        if (team is null)
        {
            return [];
        }

        var client = await connector.ConnectAsync(team.ServiceUrl, cancellationToken);
        using var teams = client is ConnectorClient known
            ? new TeamsConnectorClient(known.BaseUri, known.Credentials, known.HttpClient)
            : new TeamsConnectorClient(client.BaseUri, client.Credentials);
        var channels = await teams.Teams.FetchChannelListAsync(team.TeamId, cancellationToken);
        return [.. channels.Conversations.Select(channel => (channel.Id, channel.Name is { Length: > 0 } name ? name : FirstChannel))];
    }

    private static partial class Log
    {
        [LoggerMessage(2102, LogLevel.Warning, "The channels of practice {Practice} could not be read ({Reason})")]
        public static partial void CouldNotRead(ILogger logger, PracticeId practice, string reason);
    }
}
