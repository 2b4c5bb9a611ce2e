using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant18DeadlinesAndFences() : Invariant(18, "a deadline has its effect to the day, and every answer is fenced")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, read, _, after) in commit.Events)
        {
            if (after is CampaignState.Opened c && read is CampaignEvent.PactSigned signed)
                Check(c.DeadlineOf(Step.PactSignature), e, signed.Late);
            if (after is CampaignState.Opened campaign && read is CampaignEvent.SelfScoresSubmitted submitted)
                Check(campaign.DeadlineOf(Step.SelfScores), e, submitted.Late);
            if (after is InspectionState.Assigned i && read is InspectionEvent.FindingsRecorded recorded)
                Check(i.Deadline, e, recorded.Late);
        }
    }

    /// <summary>What a grain says is what the store keeps as this operation's answer; a stale activation can so say nothing.</summary>
    public override void Answered(World world, string stream, GrainRequest request, Answer answer)
    {
        if (answer is Answer.Refused { Code: RefusalCode.OperationIdReused })
            return;
        var stored = world.Store.Disk.Operations.GetValueOrDefault((stream, request.OperationId))?.Answer;
        Holds(stored is not null && CanonicalJson.Read<Answer>(stored) == answer,
            $"{stream} answered '{request.OperationId}' with {answer}, and the store has {(stored is null ? "nothing" : CanonicalJson.Read<Answer>(stored))}");
        if (answer is Answer.Refused { Code: RefusalCode.DeadlinePassed } && world.Year.Campaigns.Select(key => world.Ledger.State<CampaignState.Opened>(key)).FirstOrDefault() is { } c)
            Holds(c.Regulation.Deadlines.Any(d => d.Effect == DeadlineEffect.Refuse && Vietnam.DayOf(world.Time.GetUtcNow() + SiloClock.Most) > d.Day),
                $"'{request.OperationId}' was refused as too late before any deadline had passed");
    }

    private void Check(Deadline? deadline, JournalEvent e, bool late)
    {
        var passed = deadline is not null && e.RecordedAt >= Vietnam.EndOf(deadline.Day);
        Holds(late == passed, $"'{e.Type}' of {e.RecordedAt:u} is marked late {late}; the deadline is {deadline?.Day:yyyy-MM-dd}");
        Holds(!passed || deadline!.Effect != DeadlineEffect.Refuse, $"'{e.Type}' of {e.RecordedAt:u} was accepted after its deadline of {deadline?.Day:yyyy-MM-dd}");
    }
}
