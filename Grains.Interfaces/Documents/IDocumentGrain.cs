using ClusterActors.Academy;

namespace ClusterActors.Documents;

/// <summary>One document of a cluster's year, as its plan or its operating rules: drafts, what members say to them, adopted versions.</summary>
[Alias("document")]
public interface IDocumentGrain : IStreamGrain<DocumentCommand>;

[GenerateSerializer, Alias("document-command")]
public abstract record DocumentCommand
{
    private DocumentCommand()
    {
    }

    /// <summary>The campaign year has been opened; the document goes by this copy of the rules.</summary>
    [GenerateSerializer, Alias("expect-document")]
    public sealed record ExpectDocument(
        [property: Id(0)] DocumentRules Rules, [property: Id(1)] string Head, [property: Id(2)] EquatableList<string> Roll) : DocumentCommand;

    /// <summary>
    /// The head proposes a draft, for the first time, in the place of another draft, or to amend what was adopted. Whoever consented to
    /// the draft before has not consented to this one.
    /// </summary>
    /// <param name="Text">The text itself, or what is in it, at most 4000 characters.</param>
    /// <param name="FileHash">SHA-256 of the file that holds the whole text, as 64 lower-case hexadecimal digits; the file is kept elsewhere. Null: the text is whole.</param>
    /// <param name="Reason">Null is enough for the first draft alone.</param>
    [GenerateSerializer, Alias("propose-draft")]
    public sealed record ProposeDraft(
        [property: Id(0)] string Title,
        [property: Id(1)] string Text,
        [property: Id(2)] string? FileHash = null,
        [property: Id(3)] string? Reason = null) : DocumentCommand;

    /// <summary>A member consents to the draft or does not, which it can change until the draft is adopted. With the consent that makes up the share it is.</summary>
    /// <param name="Draft">The draft that was read, so that nobody consents to what was changed meanwhile.</param>
    /// <param name="Comment">What the member wants otherwise; null is enough for a consent alone.</param>
    [GenerateSerializer, Alias("answer-draft")]
    public sealed record AnswerDraft(
        [property: Id(0)] string School, [property: Id(1)] int Draft, [property: Id(2)] bool Consents, [property: Id(3)] string? Comment = null) : DocumentCommand;

    /// <summary>The campaign has other members or another head.</summary>
    [GenerateSerializer, Alias("change-members")]
    public sealed record ChangeMembers([property: Id(0)] string Head, [property: Id(1)] EquatableList<string> Roll) : DocumentCommand;

    /// <summary>The campaign year has been closed.</summary>
    [GenerateSerializer, Alias("close-document")]
    public sealed record CloseDocument : DocumentCommand;
}

/// <param name="Draft">Under discussion; null where there is none.</param>
/// <param name="Adopted">Every adopted version, in their order; the last one is in force.</param>
/// <param name="Closed">The year is closed, and nothing is adopted any more.</param>
public sealed record DocumentView(
    string Cluster, int Year, DocumentRules Rules, string Head, EquatableList<string> Roll, DraftView? Draft, EquatableList<AdoptedView> Adopted, bool Closed);

/// <param name="Number">Counts the document's drafts from 1, adopted ones too.</param>
/// <param name="Reason">Why there is another draft than the first; null for the first.</param>
/// <param name="Answers">In the order in which schools first answered.</param>
public sealed record DraftView(int Number, string Title, string Text, string? FileHash, string? Reason, EquatableList<DraftAnswer> Answers);

/// <summary>What a member says to a draft.</summary>
public sealed record DraftAnswer(string School, bool Consents, string? Comment);

/// <param name="Version">Counts the adopted versions from 1.</param>
/// <param name="Consents">Who had consented.</param>
/// <param name="On">The day of the last consent needed, in Vietnam.</param>
public sealed record AdoptedView(int Version, DraftView Draft, EquatableList<string> Consents, DateOnly On);
