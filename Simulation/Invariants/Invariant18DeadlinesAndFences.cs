using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant18DeadlinesAndFences() : Invariant(18, "a deadline has its effect to the day, and every answer is fenced")
{
    // By what the journals have said of it, regulation and extensions.
    private readonly HashSet<string> closedSignings = [];
    private readonly Dictionary<(string Stream, Step Step), Deadline> deadlines = [];

    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, read, before, after) in commit.Events)
        {
            switch (read)
            {
                case CampaignEvent.Opened opened:
                    foreach (var deadline in opened.Regulation.Deadlines)
                        deadlines.Add((e.Stream, deadline.Step), CalendarOracle.Settled(opened.Regulation, deadline));
                    break;
                case InspectionEvent.Assigned { Deadline: { } deadline }: deadlines[(e.Stream, Step.Findings)] = deadline; break;
                case CampaignEvent.DeadlineExtended extended: Extend(e, extended.Step, extended.Day, after); break;
                case InspectionEvent.DeadlineExtended extended: Extend(e, Step.Findings, extended.Day, after); break;
                case CampaignEvent.PactProposed: closedSignings.Remove(e.Stream); break;
                case CampaignEvent.SigningClosed: closedSignings.Add(e.Stream); break;
                case CampaignEvent.PactSigned signed when closedSignings.Contains(e.Stream):
                    Holds(signed.Late, $"'{e.Type}' of {e.RecordedAt:u} is in time, and the signing of {e.Stream} had been closed");
                    break;
                case CampaignEvent.PactSigned signed: Check(Step.PactSignature, e, signed.Late); break;
                case CampaignEvent.AwardsRegistered registered: Check(Step.Registration, e, registered.Late); break;
                case CampaignEvent.MidYearReviewed reviewed when before is CampaignState.Opened { Phase: Phase.Running }: Check(Step.MidYearReview, e, reviewed.Late); break;
                case CampaignEvent.ConferenceHeld held: Check(Step.Conference, e, held.Late); break;
                case CampaignEvent.SelfScoresSubmitted submitted: Check(Step.SelfScores, e, submitted.Late); break;
                case InspectionEvent.FindingsRecorded recorded: Check(Step.Findings, e, recorded.Late); break;
                case InspectionEvent.FindingsAcknowledged answered: Heard(e, before, answered.Late); break;
                case InspectionEvent.FindingsExplained answered: Heard(e, before, answered.Late); break;
                case InspectionEvent.SilenceNoted: Heard(e, before, late: true); break;
                default: break;
            }

            if (before is CampaignState.Opened was && after is CampaignState.Opened now)
                Holds(was.Sheets.All(s => !s.Late || !now.Roll.Contains(s.School) || now.SheetOf(s.School) is { Late: true }), $"'{e.Type}' of {e.Stream} makes a sheet that was late one in time");
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
            Holds(c.Regulation.Deadlines.Any(d => d.Effect == DeadlineEffect.Refuse && Vietnam.DayOf(world.Time.GetUtcNow() + SiloClock.Most) > CalendarOracle.Settled(c.Regulation, d).Day),
                $"'{request.OperationId}' was refused as too late before any deadline had passed");
    }

    private void Extend(JournalEvent e, Step step, DateOnly day, object after)
    {
        if (after is CampaignState.Opened c)
            Holds(CalendarOracle.Settled(c.Regulation.Calendar, day) == day, $"'{e.Type}' of {e.Stream} puts a deadline off to {day:yyyy-MM-dd}, when nobody works");
        var deadline = deadlines[(e.Stream, step)];
        Holds(day > deadline.Day, $"'{e.Type}' of {e.Stream} puts the deadline of {deadline.Day:yyyy-MM-dd} off to {day:yyyy-MM-dd}");
        deadlines[(e.Stream, step)] = deadline with { Day = day };
    }

    private void Heard(JournalEvent e, object before, bool late)
    {
        var last = ((InspectionState.Assigned)before).AnswerBy;
        Holds(late == (last is { } day && e.RecordedAt >= Vietnam.EndOf(day)), $"'{e.Type}' of {e.RecordedAt:u} takes the answer for late {late}; its last day is {last:yyyy-MM-dd}");
    }

    private void Check(Step step, JournalEvent e, bool late)
    {
        var deadline = deadlines.GetValueOrDefault((e.Stream, step));
        var passed = deadline is not null && e.RecordedAt >= Vietnam.EndOf(deadline.Day);
        Holds(late == passed, $"'{e.Type}' of {e.RecordedAt:u} is marked late {late}; the deadline is {deadline?.Day:yyyy-MM-dd}");
        Holds(!passed || deadline!.Effect != DeadlineEffect.Refuse, $"'{e.Type}' of {e.RecordedAt:u} was accepted after its deadline of {deadline?.Day:yyyy-MM-dd}");
    }
}
