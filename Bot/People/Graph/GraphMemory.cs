using System.Collections.Concurrent;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>
/// Keeps Graph's answers for a while, and asks again behind the back of whoever wants to know: somebody who waits for the bot waits for Graph
/// at most once, and then not for long.
/// </summary>
/// <param name="fresh">How long an answer is not asked for again.</param>
/// <param name="usable">How long it stands in while Graph cannot be asked.</param>
internal sealed class GraphMemory<T>(GraphFeature feature, GraphState state, TimeProvider time, TimeSpan fresh, TimeSpan usable)
{
    /// <summary>How long a question may be waited for, by all who ask it together.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>How long one call may take, waited for or not.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Question> _questions = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="ask">Asks Graph; it throws nothing but a cancellation.</param>
    /// <returns><c>default</c> when there is no such thing, or when nothing is known of it at present.</returns>
    public async Task<T?> GetAsync(string key, Func<CancellationToken, Task<GraphAnswer<T>>> ask, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = _entries.GetValueOrDefault(key);
        if ((kept is not null && now - kept.ReadAt < fresh) || state.IsResting(feature))
        {
            return Usable(kept, now);
        }

        var question = Ask(key, ask, now);
        if (kept is not null && now - kept.ReadAt < usable)
        {
            return kept.Value;
        }

        await WaitAsync(question, now, cancellationToken);
        return Usable(_entries.GetValueOrDefault(key), time.GetUtcNow());
    }

    private Question Ask(string key, Func<CancellationToken, Task<GraphAnswer<T>>> ask, DateTimeOffset now)
    {
        var mine = new Question(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), now);
        var question = _questions.GetOrAdd(key, mine);
        if (question == mine)
        {
            _ = RunAsync(key, ask, mine);
        }

        return question;
    }

    private async Task RunAsync(string key, Func<CancellationToken, Task<GraphAnswer<T>>> ask, Question question)
    {
        GraphAnswer<T> answer;
        try
        {
            // Not the caller's token: whoever asks next is to have the answer, even when this one has gone.
            using var timeout = new CancellationTokenSource(Timeout, time);
            answer = await ask(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            answer = new GraphAnswer<T>.NotNow("timeout");
        }
        catch (Exception exception)
        {
            // Nobody waits here who could be told: even a client that cannot be made is remembered, and readiness says so.
            answer = new GraphAnswer<T>.NotNow(exception.GetType().Name);
        }

        state.Learn(feature, answer);
        if (answer is GraphAnswer<T>.Got or GraphAnswer<T>.NotThere)
        {
            _entries[key] = new Entry(answer is GraphAnswer<T>.Got got ? got.Value : default, time.GetUtcNow());
        }

        _questions.TryRemove(new KeyValuePair<string, Question>(key, question));
        question.Answered.SetResult();
    }

    private async Task WaitAsync(Question question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var left = question.AskedAt + Patience - now;
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await question.Answered.Task.WaitAsync(left, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The answer is kept when it comes; meanwhile this one goes on without it.
        }
    }

    private T? Usable(Entry? kept, DateTimeOffset now) => kept is not null && now - kept.ReadAt < usable ? kept.Value : default;

    private sealed record Entry(T? Value, DateTimeOffset ReadAt);

    private sealed record Question(TaskCompletionSource Answered, DateTimeOffset AskedAt);
}
