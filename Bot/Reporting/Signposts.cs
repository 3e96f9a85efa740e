using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What can be read here without reporting anything.</summary>
internal sealed class Signposts(GuidanceLibrary guidance, Practices practices)
{
    public async Task WelcomeAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var settings = await practices.GetAsync(caller.Practice, cancellationToken);
        await CardReplies.ShowAsync(turn, WelcomeCard.Show(settings.Name is { Length: > 0 } name ? name : "the practice"), "Hello. You can report online abuse here.", cancellationToken);
    }

    public Task GuidanceAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        CardReplies.ShowAsync(turn, GuidanceCard.Show(guidance, caller.Person.Name), "The guidance you asked for", cancellationToken);
}
