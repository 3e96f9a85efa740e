namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Closed until there is what the bot cannot work without: the database, in this version's shape, and the key ring. Until then it
/// listens, says what it waits for, and does nothing else. It opens once and never closes again: what goes away later is an ordinary failure.
/// </summary>
internal sealed class StartGate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _waitingFor = "The bot is starting.";

    public bool IsOpen => _opened.Task.IsCompleted;

    public Task Opened => _opened.Task;

    /// <summary>One sentence for the person who runs the bot; what it was last when it is open.</summary>
    public string WaitingFor => _waitingFor;

    public void Open() => _opened.TrySetResult();

    /// <returns><c>false</c> when it is the sentence that was there already.</returns>
    public bool Wait(string sentence)
    {
        var isNew = _waitingFor != sentence;
        _waitingFor = sentence;
        return isNew;
    }
}
