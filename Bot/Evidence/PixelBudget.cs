namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// How many pixels may be in memory at the same time. First come, first served; something larger than the whole budget waits until it is alone.
/// </summary>
internal sealed class PixelBudget(long pixels) : IDisposable
{
    private const int Unit = 1_000_000;

    private readonly int _all = Units(pixels);
    private readonly SemaphoreSlim _free = new(Units(pixels));
    private readonly SemaphoreSlim _turn = new(1);

    /// <returns>To be disposed when the pixels are no longer in memory.</returns>
    public async Task<IDisposable> TakeAsync(long wanted, CancellationToken cancellationToken)
    {
        var share = new Share(_free);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // One at a time: two that each hold a part of what they need would wait for each other.
            for (var missing = Math.Min(Units(wanted), _all); missing > 0; missing--)
            {
                await _free.WaitAsync(cancellationToken);
                share.Taken++;
            }

            return share;
        }
        catch (OperationCanceledException)
        {
            share.Dispose();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _free.Dispose();
        _turn.Dispose();
    }

    private static int Units(long pixels) => (int)Math.Clamp((pixels + Unit - 1) / Unit, 1, int.MaxValue);

    private sealed class Share(SemaphoreSlim free) : IDisposable
    {
        public int Taken { get; set; }

        public void Dispose()
        {
            if (Taken > 0)
            {
                free.Release(Taken);
                Taken = 0;
            }
        }
    }
}
