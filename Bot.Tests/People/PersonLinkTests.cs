using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People;

public sealed class PersonLinkTests
{
    [Theory]
    [InlineData("mona@rowcroft.example", "https://teams.microsoft.com/l/chat/0/0?users=mona%40rowcroft.example")]
    [InlineData("mona_agency.example#EXT#@rowcroft.example", "https://teams.microsoft.com/l/chat/0/0?users=mona_agency.example%23EXT%23%40rowcroft.example")]
    [InlineData("a&topicName=b", "https://teams.microsoft.com/l/chat/0/0?users=a%26topicName%3Db")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_Person_Is_Found_By_User_Principal_Name_Alone(string? upn, string? link) =>
        Assert.Equal(link, PersonLink.Chat(new Person(CaseBuilder.Mona.Id, "Mona", upn, "29:mona"))?.AbsoluteUri);
}
