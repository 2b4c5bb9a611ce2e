using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Documents;

namespace ClusterActors.Simulation.People;

/// <summary>The documents of a cluster's year: drafted by the head, answered by the members, amended now and then.</summary>
internal sealed class Programme(Ledger ledger, Membership membership, Chance chance)
{
    // Who amends again and again never comes to the end of it.
    private const int MostDrafts = 5;

    public IEnumerable<Errand> Due() => Documents().SelectMany(d => d switch
    {
        { Draft: { } draft } => d.Roll.Where(school => !d.Consents.Contains(school)).Select(school => Errand.Of(d.Key, Cast.Principal(school), Answer(draft, school))),
        { Adopted.Count: 0 } => [Errand.Of(d.Key, Cast.Officer(d.Head), new DocumentCommand.ProposeDraft(d.Rules.Name, "Dự thảo"))],
        _ => [],
    });

    /// <summary>Another draft in the place of the one under discussion, or to amend what has been adopted.</summary>
    public IEnumerable<Errand> Amendments() => Documents().Where(d => d.Drafts is > 0 and < MostDrafts).Select(d => Errand.Of(
        d.Key, Cast.Officer(d.Head), new DocumentCommand.ProposeDraft(d.Rules.Name, "Bản sửa đổi", new string('a', 64), "Bổ sung")));

    public IEnumerable<Errand> Mistakes() => Documents().SelectMany(d => new[]
    {
        Errand.Of(d.Key, Cast.Officer(d.Head), new DocumentCommand.ProposeDraft(d.Rules.Name, "Dự thảo", "plan.pdf", "Sai")),
        Errand.Of(d.Key, Cast.Principal(d.Head), new DocumentCommand.AnswerDraft(d.Head, 99, Consents: true)),
    });

    private IEnumerable<DocumentState.Expected> Documents() =>
        (ledger.State<CampaignState.Opened>(membership.Campaign)?.Regulation.Programme?.Documents ?? [])
            .Select(rules => ledger.State<DocumentState.Expected>(new DocumentKey(membership.Cluster.Code, Year.Of, rules.Code)))
            .OfType<DocumentState.Expected>()
            .Where(d => !d.Closed);

    // Who wants something otherwise gives in the next time.
    private DocumentCommand.AnswerDraft Answer(DraftView draft, string school) =>
        draft.Answers.All(answer => answer.School != school) && chance.OneIn(4)
            ? new(school, draft.Number, Consents: false, "Cần cụ thể hơn")
            : new(school, draft.Number, Consents: true);
}
