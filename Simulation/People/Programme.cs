using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Documents;

namespace ClusterActors.Simulation.People;

/// <summary>The documents of a cluster's year: drafted by the head, answered by the members, amended now and then; and what members register for.</summary>
internal sealed class Programme(Ledger ledger, Membership membership, Chance chance)
{
    // Who amends again and again never comes to the end of it.
    private const int MostDrafts = 5;

    // Some contend for everything, some for nothing, and some say nothing.
    private readonly SortedDictionary<string, EquatableList<Award>?> contends = Spread(membership, chance);

    public IEnumerable<Errand> Due(CampaignState.Opened c, DateOnly today) => [.. OfDocuments(), .. Registrations(c, today)];

    private IEnumerable<Errand> OfDocuments() => Documents().SelectMany(d => d switch
    {
        { Draft: { } draft } => d.Roll.Where(school => !d.Consents.Contains(school)).Select(school => Errand.Of(d.Key, Cast.Principal(school), Answer(draft, school))),
        { Adopted.Count: 0 } => [Errand.Of(d.Key, Cast.Officer(d.Head), new DocumentCommand.ProposeDraft(d.Rules.Name, "Dự thảo"))],
        _ => [],
    });

    private IEnumerable<Errand> Registrations(CampaignState.Opened c, DateOnly today) =>
        from school in IsRegistering(c) && !IsTooLate(c, today) ? c.Roll : []
        let awards = contends.GetValueOrDefault(school)
        where awards is not null && c.Registrations.All(r => r.School != school)
        select Register(c, school, awards, null);

    /// <summary>Another draft in the place of the one under discussion, or to amend what has been adopted.</summary>
    public IEnumerable<Errand> Amendments() => Documents().Where(d => d.Drafts is > 0 and < MostDrafts).Select(d => Errand.Of(
        d.Key, Cast.Officer(d.Head), new DocumentCommand.ProposeDraft(d.Rules.Name, "Bản sửa đổi", new string('a', 64), "Bổ sung")));

    public static IEnumerable<Errand> SecondThoughts(CampaignState.Opened c) => IsRegistering(c)
        ? [.. c.Registrations.Take(1).Select(r => Register(c, r.School, [Award.Flag], "Nghĩ lại")), Register(c, c.Roll[0], [Award.Flag, Award.Flag], "Nhầm")]
        : [];

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

    private static bool IsRegistering(CampaignState.Opened c) => c is { Phase: <= Phase.MidYearReviewed, Regulation.Programme.Registration: not null };

    private static bool IsTooLate(CampaignState.Opened c, DateOnly today) => c.DeadlineOf(Step.Registration) is { Effect: DeadlineEffect.Refuse, Day: var last } && last < today;

    private static Errand Register(CampaignState.Opened c, string school, EquatableList<Award> awards, string? reason) =>
        Errand.Of(c.Key, Cast.Principal(school), new CampaignCommand.RegisterForAwards(school, awards.Where(award => c.Regulation.Votes.Any(v => v.Award == award)).ToEquatableList(), reason));

    private static SortedDictionary<string, EquatableList<Award>?> Spread(Membership membership, Chance chance)
    {
        var spread = new SortedDictionary<string, EquatableList<Award>?>(StringComparer.Ordinal);
        foreach (var school in membership.Schools)
            spread.Add(school, chance.Of<EquatableList<Award>?>([[Award.Flag, Award.Certificate], [Award.Flag, Award.Certificate], [Award.Flag], [], null]));
        return spread;
    }

    // Who wants something otherwise gives in the next time.
    private DocumentCommand.AnswerDraft Answer(DraftView draft, string school) =>
        draft.Answers.All(answer => answer.School != school) && chance.OneIn(4)
            ? new(school, draft.Number, Consents: false, "Cần cụ thể hơn")
            : new(school, draft.Number, Consents: true);
}
