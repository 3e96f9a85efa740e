using Rowcroft.Bench.Connector;

namespace Rowcroft.Bench.Load;

/// <summary>One whole report in a chat of its own: from the word "report" to the receipt.</summary>
internal sealed class ReportTalk(PlayedConnector connector) : ITalk
{
    private const int Approvers = 2;
    private int _talks;

    /// <summary>Reports begun so far.</summary>
    public int Talks => Volatile.Read(ref _talks);

    public async Task OnceAsync(Client client, int lane)
    {
        var number = Interlocked.Increment(ref _talks);
        var person = Approvers + (number % (Staff.Count - Approvers));
        var conversation = $"a:report-{number}-1xQmVuY2gtY29udmVyc2F0aW9uLWlk";
        var inbox = connector.Open(conversation, keepsLast: true);

        await client.TurnAsync(Incoming.Message(connector.ServiceUrl, conversation, person, "report"));
        var draft = (string?)inbox.FirstButton()["draft"];
        await PressAsync(new { verb = "report/safe", draft });
        await PressAsync(Form(draft, number));
        await PressAsync(new { verb = "report/none", draft });
        await PressAsync(new { verb = "report/send", draft });
        if (!inbox.LastHas("RMC-"u8))
        {
            throw new InvalidOperationException("A report was sent, and its receipt did not come.");
        }

        connector.Close(conversation);

        async Task PressAsync(object data)
        {
            var before = inbox.Count;
            await client.TurnAsync(Incoming.Message(connector.ServiceUrl, conversation, person, null, data));
            if (inbox.Count == before)
            {
                throw new InvalidOperationException("A button was pressed, and nothing came of it.");
            }
        }
    }

    /// <param name="post">Each report is about another post.</param>
    public static object Form(string? draft, int post) => new
    {
        verb = "report/form",
        draft,
        about = "Me",
        colleague = "",
        concernsManager = "false",
        platform = "Facebook",
        location = "OwnPagePost",
        link = $"https://www.facebook.com/example/posts/{1_000_000_000_000_000 + post}",
        seenOn = "2025-03-03",
        visibility = "StillUp",
        whatHappened = "Somebody who was here on Monday writes under our post that the receptionist was lazy and rude, gives her first name, and calls on others to tell her so.",
        kinds = "StaffNamed,AbusiveOrOffensive",
        poster = "A. Nother",
        posterRelation = "Patient",
    };
}
