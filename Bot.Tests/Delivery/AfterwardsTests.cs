using System.Net;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>A message can have others told whether it arrived.</summary>
public sealed class AfterwardsTests
{
    private static readonly string AnnsChat = DeliveryDriver.ChatOf(CaseBuilder.Ann);
    private static readonly string DevsChat = DeliveryDriver.ChatOf(CaseBuilder.Dev);

    [SkippableTheory, BothDatabases]
    public async Task What_Is_Owed_Afterwards_Comes_When_The_Message_Waits_And_Again_When_It_Was_Sent(string provider)
    {
        await using var driver = await DeliveryDriver.CreateAsync(provider);
        driver.Announcer.Render = message => new OutgoingMessage(
            CardMessage.ForText(message.Detail!, "News from the practice's bot"),
            Afterwards: message.Detail == "news" ? driver.To(new Recipient.ToPerson(CaseBuilder.Dev.Id), "after", detail: "told or not") : null);
        driver.Teams.Answer = call => call.Conversation == AnnsChat ? FakeTeams.Status(HttpStatusCode.Forbidden) : null;
        await driver.Outbox.EnqueueAsync(driver.To(new Recipient.ToPerson(CaseBuilder.Ann.Id), "one", detail: "news"), default);
        await driver.DeliverAsync();
        Assert.Equal([DevsChat], driver.Teams.Messages.Select(message => message.Conversation));

        driver.Teams.Answer = _ => null;
        await driver.SeenAsync(CaseBuilder.Ann);
        await driver.DeliverAsync();

        Assert.Equal([DevsChat, AnnsChat, DevsChat], driver.Teams.Messages.Select(message => message.Conversation));
    }
}
