using ClusterActors.Campaigns;

namespace ClusterActors.Documents;

/// <summary>The head drafts, the members answer, and what enough of them consent to is adopted; amended by another version, never edited.</summary>
public static class DocumentDecider
{
    public static Aggregate<DocumentState, DocumentCommand, DocumentEvent> Aggregate { get; } =
        new(new DocumentState.Unexpected(), Decide, DocumentState.Evolve, React, View) { Publishes = e => e is DocumentEvent.DraftAdopted };

    public static Decision<DocumentEvent> Decide(DocumentState state, DocumentCommand command, Context context) => (state, command) switch
    {
        (DocumentState.Unexpected, DocumentCommand.ExpectDocument expect) => Expect(expect, context),
        (DocumentState.Unexpected, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (DocumentState.Expected, DocumentCommand.ExpectDocument) => new Refusal(RefusalCode.AlreadyExists, "The document is expected already."),
        (DocumentState.Expected d, DocumentCommand.ProposeDraft propose) => Propose(d, propose, context),
        (DocumentState.Expected d, DocumentCommand.AnswerDraft answer) => Answer(d, answer, context),
        (DocumentState.Expected d, DocumentCommand.ChangeMembers change) =>
            Campaign(d.Key, context) ?? AndAdopted(d, new DocumentEvent.MembersChanged(change.Head, change.Roll), context),
        (DocumentState.Expected d, DocumentCommand.CloseDocument) => Campaign(d.Key, context) ?? NotClosed(d) ?? Accept(new DocumentEvent.DocumentClosed()),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<DocumentEvent> Expect(DocumentCommand.ExpectDocument expect, Context context)
    {
        var key = DocumentKey.Parse(context.Stream);
        return Campaign(key, context) ?? Accept(new DocumentEvent.DocumentExpected(key.Cluster, key.Year, expect.Rules, expect.Head, expect.Roll));
    }

    private static Decision<DocumentEvent> Propose(DocumentState.Expected d, DocumentCommand.ProposeDraft propose, Context context) =>
        Rights.Represents(context.Actor, d.Head)
        ?? NotClosed(d)
        ?? Check.Text(propose.Title, "title", 300)
        ?? Check.Text(propose.Text, "text", 4000)
        ?? Check.When(propose.FileHash is { } hash && !IsHash(hash), RefusalCode.FileHashInvalid, "A file is named by its SHA-256 as 64 lower-case hexadecimal digits.")
        ?? CampaignChecks.Reason(propose.Reason, again: d.Drafts > 0)
        ?? Accept(new DocumentEvent.DraftProposed(d.Drafts + 1, propose.Title, propose.Text, propose.FileHash, propose.Reason));

    private static Decision<DocumentEvent> Answer(DocumentState.Expected d, DocumentCommand.AnswerDraft answer, Context context) =>
        Check.When(!d.Roll.Contains(answer.School), RefusalCode.NotAMember, $"School '{answer.School}' is no member of cluster '{d.Key.Cluster}'.")
        ?? Rights.Signs(context.Actor, answer.School)
        ?? NotClosed(d)
        ?? Check.When(d.Draft is null, RefusalCode.DraftChanged, "No draft is under discussion.")
        ?? Check.When(d.Draft!.Number != answer.Draft, RefusalCode.DraftChanged, $"Draft {d.Draft.Number} is under discussion, not {answer.Draft}.")
        ?? Check.When(
            d.Draft.Answers.Contains(new(answer.School, answer.Consents, answer.Comment)), RefusalCode.AlreadyExists, $"School '{answer.School}' has said so already.")
        ?? Check.When(!answer.Consents && answer.Comment is null, RefusalCode.ReasonRequired, "Who does not consent says what is wanted otherwise.")
        ?? (answer.Comment is null ? null : Check.Text(answer.Comment, "comment"))
        ?? AndAdopted(d, new DocumentEvent.DraftAnswered(answer.Draft, answer.School, answer.Consents, answer.Comment), context);

    // Where members are fewer, those who have consented may have become enough.
    private static Decision<DocumentEvent> AndAdopted(DocumentState.Expected d, DocumentEvent e, Context context) =>
        DocumentState.Evolve(d, e) is DocumentState.Expected { Draft: not null, Closed: false, Roll.Count: > 0, Consents: var consents } after
        && d.Rules.AdoptedBy.Value.IsReachedBy(consents.Count, after.Roll.Count)
            ? new Decision<DocumentEvent>.Accept([e, new DocumentEvent.DraftAdopted(d.Adopted.Count + 1, consents, VietnamTime.DayOf(context.RecordedAt))])
            : e;

    private static bool IsHash(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static Refusal? Campaign(DocumentKey key, Context context) => Rights.System(context.Actor, new CampaignKey(key.Cluster, key.Year).ToString());

    private static Refusal? NotClosed(DocumentState.Expected d) =>
        Check.When(d.Closed, RefusalCode.WrongPhase, "The year has been closed, and its documents stay as they are.");

    /// <summary>The campaign hears of each version that is adopted.</summary>
    private static IEnumerable<Outgoing> React(DocumentState state, DocumentEvent e) => (state, e) switch
    {
        (DocumentState.Expected { Key: var key }, DocumentEvent.DraftAdopted adopted) =>
            [Outgoing.To<CampaignCommand>(new CampaignKey(key.Cluster, key.Year), new CampaignCommand.NoteDocument(key.Document, adopted.Version))],
        _ => [],
    };

    private static ViewDocument? View(DocumentState state) => state is DocumentState.Expected d
        ? new(DocumentKey.Kind, new DocumentView(d.Key.Cluster, d.Key.Year, d.Rules, d.Head, d.Roll, d.Draft, d.Adopted, d.Closed), Cluster: d.Key.Cluster, Year: d.Key.Year)
        : null;

    private static Decision<DocumentEvent> Accept(DocumentEvent e) => e;
}
