using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Microsoft Graph as a test says it is; what it says nothing about must not be asked.</summary>
internal sealed class FakeGraph(TimeProvider time)
{
    public Mock<IGraph> Port { get; } = new(MockBehavior.Strict);

    public GraphOptions Options { get; } = new();

    public FakeGraph WithName(string name, params IReadOnlyList<PersonId> people)
    {
        Options.Names = true;
        Port.Setup(graph => graph.FindByNameAsync(name, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GraphAnswer<IReadOnlyList<PersonId>>.Got(people));
        return this;
    }

    public FakeGraph WithNameNotNow(string name)
    {
        Options.Names = true;
        Port.Setup(graph => graph.FindByNameAsync(It.Is<string>(asked => name.Equals(asked, StringComparison.OrdinalIgnoreCase)), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GraphAnswer<IReadOnlyList<PersonId>>.NotNow("503"));
        return this;
    }

    public FakeGraph WithUpn(string upn, GraphAnswer<PersonId> answer)
    {
        Options.Names = true;
        Port.Setup(graph => graph.FindByUpnAsync(upn, It.IsAny<CancellationToken>())).ReturnsAsync(answer);
        return this;
    }

    public FakeGraph WithReply(PersonId person, AutomaticReply reply)
    {
        Options.Absence = true;
        Port.Setup(graph => graph.AutomaticReplyAsync(person, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GraphAnswer<AutomaticReply>.Got(reply));
        return this;
    }

    /// <summary>Who decides, as the bot finds out with this Graph.</summary>
    public ApproverDirectory Directory(IRoster roster, PracticeOptions practice)
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var port = new Lazy<IGraph>(() => Port.Object);
        var state = new GraphState(options, time, NullLogger<GraphState>.Instance);
        return new ApproverDirectory(
            roster,
            KnownPractices.Of(practice),
            new NamedPeople(options, port, state, time),
            new Absences(options, port, state, time));
    }
}
