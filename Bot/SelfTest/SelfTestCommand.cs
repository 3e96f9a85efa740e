using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary><c>selftest</c>: how the bot is, for the practice's administrators, in their own chat.</summary>
internal sealed class SelfTestCommand(Administrators administrators, SelfTests tests, PracticeClock clock)
{
    /// <returns><c>false</c>, with nothing said, to anybody who is no administrator: they get what an unknown word gets.</returns>
    public async Task<bool> HandleAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await administrators.IsAdministratorAsync(caller, cancellationToken))
        {
            return false;
        }

        var lines = CheckedLine.Of(await tests.NowAsync(cancellationToken), caller.Practice);
        await turn.SendActivityAsync(CardMessage.For(SelfTestCard.Draw(lines, clock.Say(clock.Now)), SelfTestCard.Summary), cancellationToken);
        return true;
    }
}
