using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Equals at the last place are voted on once more, alone. Seven on the roll, three marks reach the threshold.</summary>
public sealed class RevoteTests
{
    private static readonly CampaignCommand.OpenVote OpenFlag = new(Award.Flag, Committee);

    private static Campaign0 Ranked(int quota, params EquatableList<TieBreak> chain) => At(Phase.Ranked, SampleRegulation.Of(2020) with
    {
        Votes = [SampleRegulation.Vote(Award.Flag) with
        {
            Quota = SampleRegulation.Sourced(quota), Threshold = SampleRegulation.Sourced(new Fraction(3, 7)), TieChain = SampleRegulation.Sourced(chain),
        }],
    });

    private static PaperCount Counted(params (string School, int Count)[] marks) => new(7, 7, 7, 0, [.. marks.Select(m => new Marks(m.School, m.Count))]);

    private static Campaign0 Torn(params EquatableList<TieBreak> chain) => Ranked(1, chain).Voted(1, Award.Flag, Counted(("ninh-thuan", 3), ("binh-thuan", 3), ("dong-nai", 1)));

    [Fact]
    public void the_equals_alone_stand_again_for_the_open_seat_though_the_regulation_has_one_round()
    {
        var torn = Torn(TieBreak.Revote, TieBreak.Lot);
        var outcome = StateOf(torn).Votes[0].Outcome!;
        Assert.Empty(outcome.Chosen);
        Assert.Equal(["binh-thuan", "ninh-thuan"], outcome.Tied!);
        torn.When(Head, Conference).Refused(RefusalCode.VotesMissing);
        var opened = torn.When(Head, OpenFlag).One<CampaignEvent.VoteOpened>();
        Assert.Equal((1, 1, true), (opened.Round!.Value, opened.Seats!.Value, opened.Revote!.Value));
        Assert.Equal(["binh-thuan", "ninh-thuan"], opened.Candidates);
    }

    [Fact]
    public void there_the_most_marks_are_enough_and_then_it_is_over()
    {
        var again = Torn(TieBreak.Revote).Voted(2, Award.Flag, Counted(("ninh-thuan", 1), ("binh-thuan", 2)));
        Assert.Equal(["binh-thuan"], StateOf(again).Votes[1].Outcome!.Chosen);
        again.When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
        Assert.Equal([new Nomination(Award.Flag, "binh-thuan")], again.When(Head, Conference).One<CampaignEvent.ConferenceHeld>().Nominations);
    }

    [Fact]
    public void who_stands_clear_is_chosen_at_once()
    {
        var torn = Ranked(2, TieBreak.Revote).Voted(1, Award.Flag, Counted(("dong-nai", 6), ("ninh-thuan", 4), ("binh-thuan", 4)));
        Assert.Equal(["dong-nai"], StateOf(torn).Votes[0].Outcome!.Chosen);
        var opened = torn.When(Head, OpenFlag).One<CampaignEvent.VoteOpened>();
        Assert.Equal((1, 2), (opened.Seats!.Value, opened.Candidates.Count));
    }

    [Fact]
    public void what_comes_before_it_in_the_chain_is_asked_first_and_what_comes_after_it_only_then()
    {
        Assert.Equal(["ninh-thuan"], StateOf(Torn(TieBreak.Score, TieBreak.Revote)).Votes[0].Outcome!.Chosen);
        var again = Torn(TieBreak.Revote, TieBreak.Score).Voted(2, Award.Flag, Counted(("ninh-thuan", 3), ("binh-thuan", 3)));
        Assert.Equal(["ninh-thuan"], StateOf(again).Votes[1].Outcome!.Chosen);
        Assert.True(StateOf(Torn(TieBreak.Revote, TieBreak.Lot).Voted(2, Award.Flag, Counted(("ninh-thuan", 3), ("binh-thuan", 3)))).Votes[1].LotAsked);
    }

    [Fact]
    public void it_is_held_once_and_equals_of_it_whom_nothing_parts_stay_out()
    {
        var again = Torn(TieBreak.Revote).Voted(2, Award.Flag, Counted(("ninh-thuan", 3), ("binh-thuan", 3)));
        Assert.Equal((0, null), (StateOf(again).Votes[1].Outcome!.Chosen.Count, StateOf(again).Votes[1].Outcome!.Tied));
        again.When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void it_needs_a_quorum()
    {
        var again = Torn(TieBreak.Revote).Voted(2, Award.Flag, new(7, 4, 4, 0, [new("ninh-thuan", 4)]));
        Assert.Empty(StateOf(again).Votes[1].Outcome!.Chosen);
    }

    [Fact]
    public void it_belongs_to_its_round_and_the_next_one_is_held_among_all_who_stayed_in_that()
    {
        var two = Ranked(1, TieBreak.Revote);
        var rounds = new VoteRoundRules(SampleRegulation.Sourced(2), SampleRegulation.Sourced(NextCandidates.All));
        var torn = At(Phase.Ranked, StateOf(two).Regulation with { Votes = [StateOf(two).Regulation.Votes[0] with { Rounds = rounds }] })
            .Voted(1, Award.Flag, Counted(("ninh-thuan", 3), ("binh-thuan", 3), ("dong-nai", 1)))
            .Voted(2, Award.Flag, new(7, 4, 4, 0, [new("ninh-thuan", 4)]));

        var second = torn.When(Head, OpenFlag).One<CampaignEvent.VoteOpened>();

        Assert.Equal((2, 1, null), (second.Round!.Value, second.Seats!.Value, second.Revote));
        Assert.Equal(StateOf(torn).Votes[0].Candidates, second.Candidates);
        torn.Voted(3, Award.Flag, Counted(("dong-nai", 1))).When(Head, OpenFlag).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void an_annulled_one_is_held_again()
    {
        var again = Torn(TieBreak.Revote).Voted(2, Award.Flag, Counted(("ninh-thuan", 2))).And(Who.Official, new CampaignCommand.AnnulVote(2, Appraisal, "Kiểm phiếu sai"));
        Assert.True(again.When(Head, OpenFlag).One<CampaignEvent.VoteOpened>().Revote);
    }
}
