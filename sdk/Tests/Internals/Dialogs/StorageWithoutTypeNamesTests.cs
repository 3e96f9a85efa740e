using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;

namespace Sdk.Tests.Internals.Dialogs;

public sealed class StorageWithoutTypeNamesTests
{
    /// <summary>The original fails here too, with a null reference far from the cause.</summary>
    [Fact]
    public async Task A_Storage_That_Drops_Type_Names_Is_Named_As_The_Cause()
    {
        var state = new ConversationState(new MemoryStorage(JsonSerializer.Create()));
        var dialog = new ComponentDialog("report").AddDialog(new WaterfallDialog("w", [(_, _) => Task.FromResult(Dialog.EndOfTurn)]));
        var adapter = new TestAdapter();
        Task SayAsync(string text) => adapter.SendTextToBotAsync(
            text,
            async (turn, cancellationToken) =>
            {
                await dialog.RunAsync(turn, state.CreateProperty<DialogState>("dialogs"), cancellationToken);
                await state.SaveChangesAsync(turn, false, cancellationToken);
            },
            default);

        await SayAsync("hi");
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => SayAsync("again"));

        Assert.Contains("'report'", thrown.Message);
        Assert.Contains("type names", thrown.Message);
    }
}
