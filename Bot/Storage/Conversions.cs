using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>How identities and instants stand in a column.</summary>
internal static class Conversions
{
    /// <summary>An instant as UTC ticks: SQLite cannot order <see cref="DateTimeOffset"/>, and both databases then hold the same.</summary>
    internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    internal sealed class CaseIdGuid() : ValueConverter<CaseId, Guid>(id => id.Value, value => new CaseId(value));

    internal sealed class EvidenceIdGuid() : ValueConverter<EvidenceId, Guid>(id => id.Value, value => new EvidenceId(value));

    internal sealed class ExportIdGuid() : ValueConverter<ExportId, Guid>(id => id.Value, value => new ExportId(value));

    internal sealed class PersonIdText() : ValueConverter<PersonId, string>(id => id.Value, value => new PersonId(value));

    internal sealed class PracticeIdText() : ValueConverter<PracticeId, string>(id => id.Value, value => new PracticeId(value));
}
