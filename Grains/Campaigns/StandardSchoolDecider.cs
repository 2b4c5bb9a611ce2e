using ClusterActors.Academy;
using ClusterActors.Scoring;
using ClusterActors.Standards;

namespace ClusterActors.Campaigns;

/// <summary>
/// Progress towards the national standard gives one criterion of a school's sheet. Nobody states another number there, neither the school nor
/// its inspectors, and nothing else of the standard touches a score.
/// </summary>
internal static class StandardSchoolDecider
{
    public static Decision<CampaignEvent> Note(CampaignState.Opened c, CampaignCommand.NoteProgress note, Context context)
    {
        var progress = note.Progress;
        return Rights.System(context.Actor, new AssessmentKey(progress.School, progress.Standard, progress.FirstYear).ToString())
            ?? c.Member(progress.School)
            ?? Check.When(c.Phase > Phase.SelfScoring, RefusalCode.WrongPhase, $"The year is in phase {c.Phase}; progress is reported until the sheets are closed.")
            ?? Check.When(
                c.Regulation.StandardSchool?.Standards.Value.Contains(progress.Standard) != true,
                RefusalCode.CriterionUnknown,
                $"Standard '{progress.Standard}' feeds no criterion in {c.Key.Year}.")
            ?? (Decision<CampaignEvent>)new CampaignEvent.ProgressNoted(progress);
    }

    /// <summary>What stands on a school's sheet whatever anybody enters; null where nothing does.</summary>
    public static EquatableList<Score>? GivenOf(CampaignState.Opened c, string school)
    {
        if (c.Regulation.StandardSchool is not { } rules)
            return null;
        var count = CountOf(c, school);
        return count is null && rules.Unreported.Value == UnreportedProgress.OwnScore
            ? null
            : [new(rules.Criterion.Value, count is { Total: > 0 } ? Points(c.Regulation.Scores, rules.Criterion.Value, count) : 0)];
    }

    /// <summary>What was given for a sheet passes with it, unless who gets it has reported progress of its own.</summary>
    public static EquatableList<AssessmentProgress> Passed(EquatableList<AssessmentProgress> progress, string predecessor, string heir) =>
        progress.FirstOrDefault(p => p.School == predecessor) is { } passed && progress.All(p => p.School != heir)
            ? progress.Add(passed with { School = heir })
            : progress;

    /// <summary>The refusal of a sheet that says otherwise than what is given.</summary>
    public static Refusal? Other(EquatableList<Score>? given, IEnumerable<(string Criterion, decimal Points)> sheet) =>
        (from score in sheet
         join fed in given ?? [] on score.Criterion equals fed.Criterion
         where score.Points != fed.Points
         select new Refusal(RefusalCode.ScoreGiven, $"Criterion '{fed.Criterion}' is given by the progress towards the national standard: {fed.Points}, not {score.Points}.")).FirstOrDefault();

    public static EquatableList<ProgressView> Views(CampaignState.Opened c) => c.Regulation.StandardSchool is not { } rules ? [] : (
        from progress in c.StandardProgress
        let count = CountOf(c, progress.School)
        select new ProgressView(
            progress.School, progress.Standard, progress.FirstYear, count.Level, count.Met, count.Total, progress.On,
            rules.Criterion.Value, GivenOf(c, progress.School)![0].Points)).ToEquatableList();

    private static LevelCount? CountOf(CampaignState.Opened c, string school) =>
        c.StandardProgress.FirstOrDefault(p => p.School == school)?.Levels.FirstOrDefault(count => count.Level == c.Regulation.StandardSchool?.Level.Value);

    // A leaf that counts other indicators than the standard has is given the same share of them, in whole ones.
    private static decimal Points(ScoreRules scores, string criterion, LevelCount count)
    {
        var leaf = scores.Tree?.Leaves().FirstOrDefault(node => node.Code == criterion);
        var maximum = leaf?.Maximum ?? scores.Groups.SelectMany(g => g.Criteria).First(c => c.Code == criterion).Maximum;
        return leaf?.Rule is NodeRule.PassShare { Of: var of }
            ? Share(of, count).Rounded(0, Rounding.Down)
            : Math.Min(maximum, Share(maximum, count).Rounded(scores.Decimals.Value, scores.Rounding.Value));
    }

    private static Exact Share(decimal whole, LevelCount count) => (Exact)whole * (decimal)count.Met / (decimal)count.Total;
}
