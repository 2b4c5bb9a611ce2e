using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.People;

/// <summary>What the Academy does so that a year goes on, or comes to an end, whatever mergers have made of it.</summary>
internal sealed class WaysOn(Ledger ledger, Chance chance)
{
    public IEnumerable<Errand> Due(CampaignState.Opened c)
    {
        foreach (var item in c.OpenItems)
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.SettleItem(
                item.Number, chance.Below(item.Choices.Count + 1) is var place && place < item.Choices.Count ? item.Choices[place] : null, ClusterYear.Decision, "Sau sáp nhập"));
        if (c is { Phase: Phase.Drawing, Drawing.Failure: not null } && c.Roll.Any(school => c.SheetOf(school) is null))
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.ReturnPhase(c.Phase, "Thiếu phiếu của trường mới"));
        if (IsUninspected(c))
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.ReturnPhase(c.Phase, "Không còn ai kiểm tra"));
        if (IsTooSmall(c) && End(c) is { } end)
            yield return end;
        if (c is { Phase: Phase.SelfScoring or Phase.Drawing } && !IsDrawable(c) && End(c) is { } early)
            yield return early with { NotBefore = Vietnam.EndOf(c.DeadlineOf(Step.SelfScores)!.Day).AddSeconds(60) };
    }

    /// <summary>Null while nominations are undecided: these come first.</summary>
    public static Errand? End(CampaignState.Opened c) => c.Nominations.Any(n => n.State is NominationState.Nominated or NominationState.Deciding or NominationState.Barred)
        ? null
        : Errand.Of(c.Key, Cast.Official, new CampaignCommand.EndYear(ClusterYear.Decision, "Cụm không còn đủ trường"));

    // A committee has three schools.
    private bool IsTooSmall(CampaignState.Opened c) => c.Departed.Count > 0 && (c.Roll.Count < 3
        || ledger.State<ElectionState.Called>(new ElectionKey(c.Key.Cluster, c.Key.Year + 1)) is { Stage: ElectionStage.Voting, Terms.Roll.Count: < 3 });

    // Enough schools for a ring, or for a team; a relaxation may do with fewer.
    private static bool IsDrawable(CampaignState.Opened c) => c.Departed.Count == 0
        || (c.Regulation.Inspection.Teams is not null && c.Roll.Count > 1)
        || c.Roll.Count > 2 * (c.Regulation.Membership is { FewerInspectors.Value: true } ? 1 : c.Regulation.Inspection.Inspectors.Value);

    private static bool IsUninspected(CampaignState.Opened c) => c.Phase == Phase.CrossInspection && c.Sheets.Any(sheet => sheet.Verified.Count == 0
        && c.Inspections.All(pair => pair.Inspected != sheet.School) && !c.OpenItems.Any(item => item.School == sheet.School && item.Choices.Count > 0));
}
