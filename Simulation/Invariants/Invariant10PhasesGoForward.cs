using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant10PhasesGoForward() : Invariant(10, "phases never go back but one step, by a return with its reason")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, read, before, after) in commit.Events)
        {
            if (before is not CampaignState.Opened was || after is not CampaignState.Opened now || now.Phase >= was.Phase)
                continue;
            Holds(read is CampaignEvent.PhaseReturned r && r.From == was.Phase && r.To == now.Phase && !string.IsNullOrWhiteSpace(r.Reason), $"'{e.Type}': {now.Key} goes from {was.Phase} back to {now.Phase}");
            Holds(IsOneStep(was.Phase, now.Phase), $"'{e.Type}': {now.Key} is returned from {was.Phase} to {now.Phase}");
        }
    }

    // The pact in force and the ranking are published; from Running and from Ranked on there is no way back.
    private static bool IsOneStep(Phase from, Phase to) => (from, to) is (Phase.PactOpen, Phase.Guided) or (Phase.MidYearReviewed, Phase.Running)
        or (Phase.SelfScoring, Phase.MidYearReviewed or Phase.Running) or (Phase.Drawing, Phase.SelfScoring) or (Phase.CrossInspection, Phase.Drawing);
}
