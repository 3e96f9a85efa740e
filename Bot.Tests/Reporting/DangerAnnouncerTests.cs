using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

public sealed class DangerAnnouncerTests
{
    private readonly FixedRoster _roster = new(CaseBuilder.Ann, CaseBuilder.Mona);

    [Fact]
    public async Task The_Alert_Names_The_Reporter_In_The_Card_And_Nobody_On_The_Lock_Screen()
    {
        var message = (await RenderAsync(CaseBuilder.Ann, to: CaseBuilder.Mona))!;

        Assert.Contains("Ann Receptionist has told the Rowcroft bot that someone is in danger. Ring them now", ReportDriver.Read(message.Activity));
        Assert.DoesNotContain("Ann", message.Activity.Summary + message.Activity.Speak + message.Activity.Text);
        Assert.True(message.Notify);
    }

    [Fact]
    public async Task Whoever_Raised_The_Alarm_Is_Not_Told_To_Ring_Themselves() =>
        Assert.Null(await RenderAsync(CaseBuilder.Mona, to: CaseBuilder.Mona));

    [Fact]
    public async Task An_Alert_About_Somebody_Who_Has_Left_Is_Still_Shown()
    {
        _roster.People.RemoveAll(person => person.Id == CaseBuilder.Ann.Id);

        Assert.NotNull(await RenderAsync(CaseBuilder.Ann, to: null));
    }

    private Task<OutgoingMessage?> RenderAsync(NamedPerson reporter, NamedPerson? to) =>
        new DangerAnnouncer(_roster, ReportCards.Guidance, ReportCards.Clock).RenderAsync(
            new DueMessage(
                DangerAnnouncer.Kind,
                CaseBuilder.Practice,
                null,
                DangerAnnouncer.DetailOf(new CaseId(Guid.NewGuid()), reporter.Id),
                to is null ? null : _roster.Find(to),
                CaseBuilder.Wednesday),
            default);
}
