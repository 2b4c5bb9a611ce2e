using ClusterActors.Academy;
using ClusterActors.Scoring;

namespace ClusterActors.Campaigns;

/// <summary>The campaign year as it is shown.</summary>
internal static class CampaignViews
{
    public static ViewDocument? Of(CampaignState state) => state is CampaignState.Opened c ? Of(c, LayersOf(c, c.Sheets)) : null;

    private static ViewDocument Of(CampaignState.Opened c, Layers layers) =>
        new(
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
                InOrder(c, c.Sheets.Select(s => Of(s, layers)), s => s.School),
                c.Conflicts.Select(x => new ConflictView(x.School, x.With, x.Reason)).ToEquatableList(),
                c.Drawing is { } d ? new(d.Attempt, d.Agreed, d.Failure, d.Seed, d.Relaxed) : null,
                c.Inspections,
                c.Ranking,
                c.RankingVersion,
                layers.Mean(),
                c.Votes.Select(Of).ToEquatableList(),
                c.Nominations.Select(n => new NominationView(n.Award, n.School, n.State, n.Decision, n.Reason, n.Council)).ToEquatableList(),
                c.Conference,
                c.Proposed,
                c.Recognition,
                c.HandedOverTo,
                c.Regulation.Deadlines.Select(d => c.DeadlineOf(d.Step)!).ToEquatableList(),
                c.Extensions,
                c.Returns,
                c.Regulation.Reminders?.DaysBefore.Value ?? [],
                c.Departed.Select(d => Of(c, d)).ToEquatableList(),
                c.OpenItems,
                layers.Advise(c.Inspections),
                c.Bars,
                c.Withheld,
                ProgrammeDecider.Standing(c),
                InOrder(c, c.Registrations, r => r.School),
                c.Teams,
                InOrder(c, StandardSchoolDecider.Views(c), p => p.School),
                c.LateSteps),
            Cluster: c.Key.Cluster,
            Year: c.Key.Year,
            Phase: c.Phase.ToString());

    // Among the sheets that there are, where a tree compares schools with one another.
    private static DepartedView Of(CampaignState.Opened c, Departed d) => new(
        d.School,
        d.Merger.Successor,
        d.HasHeir,
        d.Merger.On,
        d.Merger.Decision,
        d.Signature,
        d.Sheet is { } sheet ? Of(sheet, LayersOf(c, c.Sheets.Put(sheet, s => s.School == d.School))) : null,
        c.Regulation.Membership?.Figures is { Value: FigurePolicy.PredecessorsCount },
        c.Regulation.Membership?.Targets is { Value: TargetPolicy.SuccessorTakesPlan });

    private static Layers LayersOf(CampaignState.Opened c, EquatableList<Sheet> sheets) => new(c.Regulation.Scores, sheets, ranked: c.RankingVersion > 0);

    private static SheetView Of(Sheet s, Layers layers) => new(s.School, s.Version, s.Late, s.SelfScores, s.Verified, layers.SelfTotal(s.School), layers.Of(s.School));

    private static VoteView Of(Vote v) =>
        new(
            v.Number, v.Rules.Award, v.Rules.Method.Value, v.Candidates, v.Committee, v.Count, v.Recording, v.Confirmations, v.Choices, v.LotAsked, v.Annulled, v.Outcome, v.Roll, v.Round, v.Seats,
            new(v.Rules.Base.Value, v.Rules.Quorum.Value, v.Rules.Threshold.Value, v.Rules.Above is { Value: true }, v.Rules.TieChain.Value, v.MostMarks, v.Rules.Voters?.Value ?? VoterRule.All),
            v.Revote);

    private static EquatableList<T> InOrder<T>(CampaignState.Opened c, IEnumerable<T> items, Func<T, string> school) =>
        c.Roll.Concat(c.Departed.Select(d => d.School)).Distinct().Join(items, member => member, school, (_, item) => item).ToEquatableList();
}
