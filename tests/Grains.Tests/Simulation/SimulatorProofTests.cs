using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Simulation;

/// <summary>A simulator that never fails proves nothing: each of these faults is found, and by the invariant that speaks of it.</summary>
public sealed class SimulatorProofTests
{
    private const int Seeds = 200;

    [Fact]
    public void a_fence_that_was_dropped_is_found() => Found(8, () => WorseParts.Journal(async (journal, append) =>
        await journal.AppendAsync(append) is var result and not AppendResult.Conflict ? result : await WorseParts.ForcedAsync(journal, append, append.OperationId)));

    [Fact]
    public void an_answer_that_was_not_fenced_is_found() => Found(18, () => WorseParts.Journal(async (journal, append) =>
        append.Events.Count == 0 ? new AppendResult.Appended() : await journal.AppendAsync(append)));

    [Fact]
    public void a_repetition_that_was_carried_out_again_is_found() => Found(9, () =>
    {
        var again = 0;
        return WorseParts.Journal(async (journal, append) =>
            await journal.AppendAsync(append) is var result && (result is not AppendResult.Duplicate || append.OperationId.Contains(':', StringComparison.Ordinal))
            ? result
            : await WorseParts.ForcedAsync(journal, append, $"{append.OperationId}'{++again}"));
    });

    [Fact]
    public void a_message_that_was_sent_before_its_commit_is_found() => Found(20, () =>
    {
        var early = new List<OutboxMessage>();
        return WorseParts.Journal(async (journal, append) =>
        {
            early.AddRange(append.Messages);
            var result = await journal.AppendAsync(append);
            if (result is AppendResult.Appended)
                early.RemoveAll(append.Messages.Contains);
            return result;
        }) with { Outbox = outbox => new HastyOutbox(outbox, early) };
    });

    [Fact]
    public void a_settled_message_without_its_entry_is_found() => Found(20, () => WorseParts.Journal((journal, append) =>
        journal.AppendAsync(append.SettlesMessage is null ? append : append with { Events = [], View = null })));

    [Fact]
    public void a_deadline_that_is_a_day_late_is_found() => Found(18, () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
        state, command, command is CampaignCommand.SubmitSelfScores ? context with { RecordedAt = context.RecordedAt.AddDays(-1) } : context)));

    [Fact]
    public void a_deadline_that_is_a_day_early_is_found() => Found(18, () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
        state, command, command is CampaignCommand.SignPact ? context with { RecordedAt = context.RecordedAt.AddDays(1) } : context)));

    [Fact]
    public void totals_rounded_by_another_rule_are_found() => Found(15, () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
        command is CampaignCommand.FixRanking && state is CampaignState.Opened c ? RoundedToEven(c) : state, command, context)));

    [Fact]
    public void a_ranking_that_shares_no_rank_is_found() => Found(16, () => WorseParts.Campaign(e => e is CampaignEvent.RankingFixed r
        ? r with { Ranking = r.Ranking.Select((row, index) => row with { Rank = r.Ranking.Count - index }).ToEquatableList() }
        : e));

    [Fact]
    public void a_school_that_inspects_itself_is_found() => Found(14, () => WorseParts.Campaign(e => e is CampaignEvent.InspectionsDrawn d
        ? d with { Pairs = [new(d.Pairs[0].Inspected, d.Pairs[0].Inspected), .. d.Pairs.Skip(1)] }
        : e));

    [Fact]
    public void two_heads_are_found() => Found(11, () => WorseParts.Campaign(e => e is CampaignEvent.Opened o
        ? o with { Officers = new(o.Officers.Year, o.Officers.Deputies[0], []) }
        : e));

    [Fact]
    public void a_phase_that_goes_back_is_found() => Found(10, () => WorseParts.Campaign(e => e is CampaignEvent.FindingsReceived
        ? new CampaignEvent.SelfScoringOpened()
        : e));

    [Fact]
    public void a_message_that_is_never_carried_is_found() => Found(22, () => new()
    {
        Outbox = outbox => new ForgetfulOutbox(outbox, "inspection:"),
    });

    [Fact]
    public void a_threshold_of_another_base_is_found() => Found(12, () => WorseParts.Campaign(e => e is CampaignEvent.VoteDecided d
        ? d with { Outcome = d.Outcome with { BaseCount = d.Outcome.BaseCount - 1 } }
        : e));

    [Fact]
    public void a_tie_that_is_broken_the_other_way_is_found() => Found(4, () => WorseParts.Campaign(e => e is CampaignEvent.VoteDecided { Outcome.Chosen.Count: > 1 } d
        ? d with { Outcome = d.Outcome with { Chosen = d.Outcome.Chosen.Reverse().ToEquatableList() } }
        : e));

    [Fact]
    public void a_count_with_a_ballot_too_many_is_found() => Found(3, () => WorseParts.Campaign(e => e is CampaignEvent.CountRecorded r
        ? r with { Count = r.Count with { Invalid = r.Count.Invalid + 1 } }
        : e));

    [Fact]
    public void an_acknowledged_vote_that_was_changed_is_found() => Found(20, () => WorseParts.Campaign(e => e is CampaignEvent.VotedOpenly { Choices.Count: > 0 } v
        ? v with { Choices = [] }
        : e));

    private static CampaignState.Opened RoundedToEven(CampaignState.Opened c) => c with
    {
        Regulation = c.Regulation with { Scores = c.Regulation.Scores with { Rounding = new(Rounding.HalfToEven, "fault") } },
    };

    private static void Found(int invariant, Func<Parts> worse)
    {
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            if (Run.Of(seed, Faults.Usual, worse()).Violation is not { } violation)
                continue;
            Assert.StartsWith(FormattableString.Invariant($"invariant {invariant} "), violation.Message, StringComparison.Ordinal);
            Assert.Equal(violation, Run.Of(seed, Faults.Usual, worse()).Violation);
            return;
        }

        Assert.Fail($"No seed up to {Seeds} has found it.");
    }
}
