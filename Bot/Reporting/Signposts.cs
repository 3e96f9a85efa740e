using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What can be read here without reporting anything.</summary>
internal sealed class Signposts(GuidanceLibrary guidance, IOptions<PracticeOptions> practice)
{
    public Task WelcomeAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        CardReplies.ShowAsync(turn, WelcomeCard.Show(practice.Value.Name), "Hello. You can report online abuse here.", cancellationToken);

    public Task GuidanceAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        CardReplies.ShowAsync(turn, GuidanceCard.Show(guidance), "The guidance you asked for", cancellationToken);
}
