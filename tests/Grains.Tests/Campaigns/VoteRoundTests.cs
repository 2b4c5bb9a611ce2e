using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>An award is voted on again where seats stay unfilled. Seven on the roll, five marks reach the threshold.</summary>
public sealed class VoteRoundTests
{
    private static readonly CampaignCommand.OpenVote OpenFlag = new(Award.Flag, Committee);

    private static Campaign0 Ranked(NextCandidates candidates = NextCandidates.All, int most = 2, int quota = 1) =>
        At(Phase.Ranked, SampleRegulation.Of(2020).WithRounds(most, candidates, quota));

    private static PaperCount Counted(params (string School, int Count)[] marks) => new(7, 7, 7, 0, [.. marks.Select(m => new Marks(m.School, m.Count))]);

    private static CampaignEvent.VoteOpened Next(Campaign0 given) => given.When(Head, OpenFlag).One<CampaignEvent.VoteOpened>();

    [Fact]
    public void where_nobody_reaches_the_threshold_there_is_another_round_with_its_own_number_and_count()
    {
        var first = Ranked().Voted(1, Award.Flag, Counted(("ninh-thuan", 4), ("binh-thuan", 3)));
        var opened = Next(first);
        Assert.Equal((2, 2, 1), (opened.Vote, opened.Round!.Value, opened.Seats!.Value));
        Assert.Equal(Roll.Order(StringComparer.Ordinal), opened.Candidates);
        var second = StateOf(first.Voted(2, Award.Flag, Count("binh-thuan", 5)));
        Assert.Empty(second.Votes[0].Outcome!.Chosen);
        Assert.Equal(["binh-thuan"], second.Votes[1].Outcome!.Chosen);
    }

    [Fact]
    public void there_is_none_when_the_seats_are_filled_or_the_rounds_are_over_or_the_regulation_has_one()
    {
        Ranked().Voted(1, Award.Flag, Count("ninh-thuan")).When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
        Ranked(most: 1).Voted(1, Award.Flag, Count("ninh-thuan", 4)).When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
        At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan", 4)).When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
        Ranked().Voted(1, Award.Flag, Count("ninh-thuan", 4)).Voted(2, Award.Flag, Count("ninh-thuan", 4)).When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
        Ranked().And(Head, OpenFlag).When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void the_next_award_and_the_conference_wait_for_it()
    {
        var first = Ranked().Voted(1, Award.Flag, Count("ninh-thuan", 4));
        first.When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).Refused(RefusalCode.VotesMissing);
        var both = first.Voted(2, Award.Flag, Count("ninh-thuan")).Voted(3, Award.Certificate, Count("binh-thuan", 4));
        both.When(Head, Conference).Refused(RefusalCode.VotesMissing);
        var held = both.Voted(4, Award.Certificate, Count("binh-thuan", 4)).When(Head, Conference).One<CampaignEvent.ConferenceHeld>();
        Assert.Equal([new Nomination(Award.Flag, "ninh-thuan")], held.Nominations);
    }

    [Fact]
    public void a_later_round_is_on_the_open_seats_alone_and_who_is_chosen_is_out()
    {
        var first = Ranked(quota: 2).Voted(1, Award.Flag, Counted(("ninh-thuan", 6), ("binh-thuan", 4)));
        var opened = Next(first);
        Assert.Equal((2, 1), (opened.Round!.Value, opened.Seats!.Value));
        Assert.Equal(Roll.Except(["ninh-thuan"]).Order(StringComparer.Ordinal), opened.Candidates);
        first.And(Head, OpenFlag).When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(2, Counted(("binh-thuan", 5), ("binh-duong", 5)))).Refused(RefusalCode.MarksBeyondQuota);
        var second = StateOf(first.Voted(2, Award.Flag, Count("binh-thuan", 5)));
        Assert.Equal(["ninh-thuan", "binh-thuan"], second.Votes.SelectMany(v => v.Outcome!.Chosen));
    }

    [Fact]
    public void a_ballot_bears_as_many_marks_as_the_regulation_says_whatever_the_seats_are()
    {
        Campaign0 With(int most, int quota)
        {
            var regulation = SampleRegulation.Of(2020).WithRounds(1, NextCandidates.All, quota);
            return At(Phase.Ranked, regulation with { Votes = regulation.Votes.Select(v => v with { MaxMarks = SampleRegulation.Sourced(most) }).ToEquatableList() }).And(Head, OpenFlag);
        }

        var two = Counted(("ninh-thuan", 7), ("binh-thuan", 7));
        With(2, quota: 1).When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, two)).One<CampaignEvent.CountRecorded>();
        With(1, quota: 2).When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, two)).Refused(RefusalCode.MarksBeyondQuota);
    }

    [Fact]
    public void the_best_stay_and_equals_at_the_edge_all()
    {
        var best = Ranked(NextCandidates.BestTwicePerSeat);
        Assert.Equal(["binh-thuan", "ninh-thuan"], Next(best.Voted(1, Award.Flag, Counted(("ninh-thuan", 4), ("binh-thuan", 2), ("dong-nai", 1)))).Candidates);
        Assert.Equal(["binh-thuan", "dong-nai", "ninh-thuan"], Next(best.Voted(1, Award.Flag, Counted(("ninh-thuan", 4), ("binh-thuan", 1), ("dong-nai", 1)))).Candidates);
    }

    [Fact]
    public void how_many_stay_for_a_seat_is_a_rule()
    {
        EquatableList<string> Staying(int perSeat)
        {
            var regulation = SampleRegulation.Of(2020).WithRounds(2, NextCandidates.BestTwicePerSeat);
            var votes = regulation.Votes.Select(v => v with { Rounds = v.Rounds! with { StayPerSeat = SampleRegulation.Sourced(perSeat) } }).ToEquatableList();
            return Next(At(Phase.Ranked, regulation with { Votes = votes }).Voted(1, Award.Flag, Counted(("ninh-thuan", 4), ("binh-thuan", 2), ("dong-nai", 1)))).Candidates;
        }

        Assert.Equal(["ninh-thuan"], Staying(1));
        Assert.Equal(["binh-thuan", "dong-nai", "ninh-thuan"], Staying(3));
    }

    [Fact]
    public void after_a_round_without_a_quorum_everybody_stays()
    {
        foreach (var rule in Enum.GetValues<NextCandidates>())
            Assert.Equal(Roll.Count, Next(Ranked(rule).Voted(1, Award.Flag, new(7, 4, 4, 0, [new("ninh-thuan", 4)]))).Candidates.Count);
    }

    [Fact]
    public void whom_nothing_could_part_at_the_last_place_stays_only_where_everybody_does()
    {
        var equals = Counted(("dong-nai", 6), ("tay-ninh", 6));
        Campaign0 Parted(NextCandidates candidates)
        {
            var regulation = SampleRegulation.Of(2020).WithRounds(2, candidates, quota: 2);
            return At(Phase.Ranked, regulation with { Votes = regulation.Votes.Select(v => v with { TieChain = SampleRegulation.Sourced<EquatableList<TieBreak>>([]), Threshold = SampleRegulation.Sourced(new Fraction(1, 2)) }).ToEquatableList() });
        }

        var three = new PaperCount(7, 7, 7, 0, [.. equals.Marks.Select(m => m with { Count = 4 }), new("binh-phuoc", 4)]);
        Assert.Contains("dong-nai", Next(Parted(NextCandidates.All).Voted(1, Award.Flag, three)).Candidates);
        var below = Next(Parted(NextCandidates.BelowThreshold).Voted(1, Award.Flag, three)).Candidates;
        Assert.Equal(Roll.Except(["dong-nai", "tay-ninh", "binh-phuoc"]).Order(StringComparer.Ordinal), below);
    }

    [Fact]
    public void a_school_that_is_barred_meanwhile_does_not_stay()
    {
        var regulation = SampleRegulation.Of(2020).WithRounds(2, NextCandidates.All) with { Bars = SampleRegulation.Bars };
        var barred = At(Phase.Ranked, regulation).Voted(1, Award.Flag, Count("ninh-thuan", 4)).And(Cluster, new CampaignCommand.ApplyBar(
            new("ninh-thuan", 2020, BarKind.Discipline, Moment.Day("2020-10-01"), Appraisal, "Cảnh cáo tập thể")));
        Assert.DoesNotContain("ninh-thuan", Next(barred).Candidates);
    }

    [Fact]
    public void an_annulled_round_is_held_again_and_the_rounds_before_it_stay()
    {
        var second = Ranked().Voted(1, Award.Flag, Count("ninh-thuan", 4)).Voted(2, Award.Flag, Count("binh-thuan"));
        var annulled = second.And(Who.Official, new CampaignCommand.AnnulVote(2, Appraisal, "Kiểm phiếu sai"));
        Assert.Equal((3, 2), (Next(annulled).Vote, Next(annulled).Round!.Value));
        var all = second.And(Who.Official, new CampaignCommand.AnnulVote(1, Appraisal, "Kiểm phiếu sai"));
        Assert.Null(Next(all).Round);
    }

    [Fact]
    public void a_lot_is_drawn_for_the_round_that_needs_it()
    {
        var regulation = SampleRegulation.Of(2020).WithRounds(2, NextCandidates.All);
        var open = At(Phase.Ranked, regulation with { Votes = regulation.Votes.Select(v => v with { Threshold = SampleRegulation.Sourced(new Fraction(3, 7)) }).ToEquatableList() })
            .Voted(1, Award.Flag, Counted(("dong-nai", 2), ("tay-ninh", 2)));
        var waiting = open.Voted(2, Award.Flag, Counted(("dong-nai", 3), ("tay-ninh", 3)));
        Assert.True(StateOf(waiting).Votes[1].LotAsked);
        var drawn = waiting.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 vote 2", Drawn)).One<CampaignEvent.VoteDecided>();
        Assert.Single(drawn.Outcome.Chosen);
    }
}
