using ClusterActors.Academy;

namespace ClusterActors.Documents;

public abstract record DocumentEvent
{
    private DocumentEvent()
    {
    }

    [EventName("document-expected")]
    public sealed record DocumentExpected(string Cluster, int Year, DocumentRules Rules, string Head, EquatableList<string> Roll) : DocumentEvent;

    [EventName("draft-proposed")]
    public sealed record DraftProposed(int Draft, string Title, string Text, string? FileHash, string? Reason) : DocumentEvent;

    [EventName("draft-answered")]
    public sealed record DraftAnswered(int Draft, string School, bool Consents, string? Comment) : DocumentEvent;

    /// <summary>Enough members have consented: the draft is the version in force, and never edited.</summary>
    [EventName("draft-adopted")]
    public sealed record DraftAdopted(int Version, EquatableList<string> Consents, DateOnly On) : DocumentEvent;

    [EventName("members-changed")]
    public sealed record MembersChanged(string Head, EquatableList<string> Roll) : DocumentEvent;

    [EventName("document-closed")]
    public sealed record DocumentClosed : DocumentEvent;
}
