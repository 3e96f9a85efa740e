namespace Rowcroft.Bench.Load;

/// <summary>What one of the concurrent conversations does over and over.</summary>
internal interface ITalk
{
    /// <summary>One exchange: a single turn, or as many as the conversation has.</summary>
    /// <param name="lane">Which of the concurrent conversations this is, from 0.</param>
    Task OnceAsync(Client client, int lane);
}
