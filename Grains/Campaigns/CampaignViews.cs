namespace ClusterActors.Campaigns;

/// <summary>The campaign year as it is shown.</summary>
internal static class CampaignViews
{
    public static ViewDocument? Of(CampaignState state) => state is CampaignState.Opened c
        ? new(
            CampaignKey.Kind,
            new CampaignView(
                c.Key.Cluster,
                c.Key.Year,
                c.Phase,
                c.Roll,
                c.Officers,
                c.Pact.Theme,
                c.Pact.Draft,
                c.Pact.Targets,
                InOrder(c, c.Pact.Signatures, s => s.School),
                InOrder(c, c.Sheets.Select(s => Of(c, s)), s => s.School),
                c.Conflicts.Select(x => new ConflictView(x.School, x.With, x.Reason)).ToEquatableList(),
                c.Drawing is { } d ? new(d.Attempt, d.Agreed, d.Failure, d.Seed, d.Relaxed) : null,
                c.Inspections,
                c.Ranking,
                c.RankingVersion,
                Ranking.Mean(c.Regulation.Scores, c.Ranking),
                c.Votes.Select(Of).ToEquatableList(),
                c.Nominations.Select(n => new NominationView(n.Award, n.School, n.State, n.Decision, n.Reason)).ToEquatableList(),
                c.Conference,
                c.Proposed,
                c.Recognition,
                c.HandedOverTo,
                c.Regulation.Deadlines.Select(d => c.DeadlineOf(d.Step)!).ToEquatableList(),
                c.Extensions,
                c.Returns,
                c.Departed.Select(d => new DepartedView(d.School, d.Merger.Successor, d.HasHeir, d.Merger.On, d.Merger.Decision, d.Signature, d.Sheet is { } sheet ? Of(c, sheet) : null)).ToEquatableList(),
                c.OpenItems),
            Cluster: c.Key.Cluster,
            Year: c.Key.Year,
            Phase: c.Phase.ToString())
        : null;

    private static SheetView Of(CampaignState.Opened c, Sheet s) =>
        new(s.School, s.Version, s.Late, s.SelfScores, s.Verified, Ranking.TotalOf(c.Regulation.Scores, s.SelfScores));

    private static VoteView Of(Vote v) =>
        new(v.Number, v.Rules.Award, v.Rules.Method.Value, v.Candidates, v.Committee, v.Count, v.Recording, v.Confirmations, v.Choices, v.LotAsked, v.Annulled, v.Outcome, v.Roll);

    private static EquatableList<T> InOrder<T>(CampaignState.Opened c, IEnumerable<T> items, Func<T, string> school) =>
        c.Roll.Concat(c.Departed.Select(d => d.School)).Distinct().Join(items, member => member, school, (_, item) => item).ToEquatableList();
}
