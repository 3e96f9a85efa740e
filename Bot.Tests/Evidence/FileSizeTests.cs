using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class FileSizeTests
{
    [Theory]
    [InlineData(1, "1 KB")]
    [InlineData(1_535, "1 KB")]
    [InlineData(1_536, "2 KB")]
    [InlineData(12_345, "12 KB")]
    [InlineData(64_631, "63 KB")]
    [InlineData(1_048_576, "1.0 MB")]
    [InlineData(20_971_520, "20.0 MB")]
    public void A_Size_Is_Said_As_A_Computer_Shows_It(long bytes, string words) => Assert.Equal(words, FileSize.Say(bytes));
}
