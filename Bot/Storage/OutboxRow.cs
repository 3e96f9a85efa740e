using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>A message that is owed, and what became of it. Kind and ids only.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public required PracticeId Practice { get; init; }

    /// <summary>Unique in the practice for ever.</summary>
    public required string DedupeKey { get; init; }

    public required string Kind { get; init; }

    public required OutboxRecipient Recipient { get; init; }

    /// <summary>Set exactly for <see cref="OutboxRecipient.Person"/>, and for a copy in a private chat.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Set exactly for <see cref="OutboxRecipient.Copy"/>.</summary>
    public long? Copy { get; init; }

    public CaseId? CaseId { get; init; }

    public string? Detail { get; init; }

    public bool Urgent { get; init; }

    public required DateTimeOffset OwedSince { get; init; }

    /// <summary>The row for a role from which this row for one person or copy was made; <c>null</c> for a row that was announced.</summary>
    public long? ExpandedFrom { get; init; }

    /// <summary>
    /// The trace of the turn that owed it, as W3C Trace Context writes it (<c>traceparent</c>, 55 characters): the message is sent within
    /// the same trace. <c>null</c> when nobody recorded one.
    /// </summary>
    public string? TraceParent { get; init; }

    public OutboxState State { get; set; }

    /// <summary>Not before this instant.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often sending was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>The worker that has it; <c>null</c> when nobody has.</summary>
    public Guid? LeasedBy { get; set; }

    /// <summary>After this instant another worker may take it: whoever had it is gone.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When it reached the end of its way: sent, expanded, no longer needed or given up.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>A status code or the name of an exception; never a text from outside.</summary>
    public string? LastError { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> builder)
        {
            builder.ToTable("Outbox");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.DedupeKey).HasMaxLength(400);
            builder.Property(row => row.Kind).HasMaxLength(80);
            builder.Property(row => row.Detail).HasMaxLength(200);
            builder.Property(row => row.TraceParent).HasMaxLength(55);
            builder.Property(row => row.LastError).HasMaxLength(100);
            builder.HasIndex(row => new { row.Practice, row.DedupeKey }).IsUnique();
            builder.HasIndex(row => new { row.State, row.DueAt });
            builder.HasIndex(row => row.CaseId);
        }
    }
}

internal enum OutboxState
{
    /// <summary>To be sent when it is due; it may be leased to a worker.</summary>
    Pending,

    /// <summary>The person cannot be reached; due again when they are seen.</summary>
    Waiting,

    Sent,

    /// <summary>Replaced by one row for each person or copy.</summary>
    Expanded,

    /// <summary>There was no longer a reason to send it.</summary>
    Dropped,

    /// <summary>Given up after the last attempt; the readiness check reports it.</summary>
    Dead,
}

internal enum OutboxRecipient
{
    Person,
    Approvers,
    AllApprovers,
    Channel,

    /// <summary>Every copy of this kind and case: expanded into <see cref="Copy"/>.</summary>
    EarlierCopies,

    /// <summary>One message that was sent before and is replaced where it stands.</summary>
    Copy,
}
