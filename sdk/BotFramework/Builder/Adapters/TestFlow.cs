using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>
/// A conversation written down as a chain of what the user says and what the bot must answer. Each step starts when the
/// one before it has ended; the first that fails ends the chain, and <see cref="StartTestAsync"/> tells why.
/// </summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Task _steps;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        _adapter = adapter;
        _callback = callback;
        _steps = Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public TestFlow(Task task, TestFlow flow)
        : this(flow._adapter, flow._callback) => _steps = task ?? Task.CompletedTask;

    public TestFlow(Func<Task> getTask, TestFlow flow)
        : this(getTask?.Invoke(), flow)
    {
    }

    /// <summary>Ends when the last step has; the steps have been running since they were written down.</summary>
    public Task StartTestAsync() => _steps;

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, default));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback, default));
    }

    /// <summary>Tells the bot that the user has come.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync((Activity)update, _callback, default);
    });

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000)
    {
        return AssertReply(
            reply =>
            {
                var message = reply.AsMessageActivity();
                if (message == null || !message.Text.Contains(expected, StringComparison.Ordinal))
                {
                    throw Mismatch(description, expected, message?.Text ?? "Not a Message Activity");
                }
            },
            description,
            timeout);
    }

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(expected, null, description, timeout);

    /// <summary>The reply must have the expected type, and the expected text unless <paramref name="equalityComparer"/> is to say.</summary>
    public TestFlow AssertReply(
        IActivity expected,
        IEqualityComparer<IActivity> equalityComparer,
        [CallerMemberName] string description = null,
        uint timeout = 3000)
    {
        return AssertReply(
            reply =>
            {
                if (expected.Type != reply.Type)
                {
                    throw Failure($"{description ?? expected.AsMessageActivity()?.Text?.Trim()}: Type should match");
                }

                if (equalityComparer != null)
                {
                    if (!equalityComparer.Equals(expected, reply))
                    {
                        throw Mismatch(null, expected, reply);
                    }

                    return;
                }

                var (expectedText, text) = (expected.AsMessageActivity()?.Text, reply.AsMessageActivity()?.Text);
                if (expectedText?.Trim() != text?.Trim())
                {
                    throw Mismatch(description ?? expectedText?.Trim(), expectedText, text);
                }
            },
            description,
            timeout);
    }

    /// <summary>Hands the next reply to <paramref name="validateActivity"/>; cancelled if none comes within <paramref name="timeout"/> ms.</summary>
    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () => validateActivity(await NextReplyAsync(timeout)));

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity().Text;
                if (!candidates.Contains(text))
                {
                    throw Failure(description ?? $"Text \"{text}\" does not match one of candidates: {string.Join("\n", candidates)}");
                }
            },
            description,
            timeout);
    }

    /// <summary>Waits for <paramref name="timeout"/> ms to be sure that the bot has nothing more to say.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000)
    {
        return Then(async () =>
        {
            try
            {
                var reply = await NextReplyAsync(timeout);
                throw Failure($"{reply} is responded when waiting for no reply:'{description}'");
            }
            catch (TaskCanceledException)
            {
                // Silence, as it should be.
            }
        });
    }

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Send(userSays).AssertReply(validateActivity, description, timeout);
    }

    /// <summary>A whole conversation: what has the role "bot" is expected, everything else is sent.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, [CallerMemberName] string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, activity) => IsReply(activity)
            ? flow.AssertReply(activity, description, timeout)
            : flow.Send(activity));
    }

    public TestFlow Test(
        IEnumerable<IActivity> activities, ValidateReply validateReply, [CallerMemberName] string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, activity) => IsReply(activity)
            ? flow.AssertReply(actual => validateReply(activity, actual), description, timeout)
            : flow.Send(activity));
    }

    private static bool IsReply(IActivity activity) => string.Equals("bot", activity.From?.Role, StringComparison.OrdinalIgnoreCase);

    private static Exception Mismatch(string description, object expected, object actual) =>
        Failure($"{(description == null ? string.Empty : $"{description}:\n")}Expected:{expected}\nReceived:{actual}");

#pragma warning disable CA2201 // The plain type is what tests of failing flows expect.
    private static Exception Failure(string message) => new(message);
#pragma warning restore CA2201

    private TestFlow Then(Func<Task> step)
    {
        return new TestFlow(AfterAsync, this);

        async Task AfterAsync()
        {
            await _steps;
            await step();
        }
    }

    private async Task<IActivity> NextReplyAsync(uint timeout)
    {
        // A person stepping through the bot in a debugger is slower than any timeout.
        using var expired = new CancellationTokenSource(
            System.Diagnostics.Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(timeout));
        return await _adapter.GetNextReplyAsync(expired.Token);
    }
}
