using ClusterActors.Campaigns;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Elections.ElectionStory;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

public sealed class PaperRoundTests
{
    private static Election0 Opened => Called().And(Head, new ElectionCommand.OpenRound(Committee));

    private static Election0 Recorded => Opened.And(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, Count(("binh-thuan", 7))));

    private static Election0 Decided => Called().Held(Count(("binh-thuan", 7)));

    private static ElectionCommand.ConfirmCount Confirm(int recording = 1) => new(1, recording);

    [Theory]
    [InlineData]
    [InlineData("dong-nai", "tay-ninh")]
    [InlineData("dong-nai", "tay-ninh", "tay-ninh")]
    public void the_committee_has_the_regulations_size_and_no_school_twice(params string[] committee) =>
        Called().When(Head, new ElectionCommand.OpenRound([.. committee])).Refused(RefusalCode.CommitteeInvalid);

    [Fact]
    public void a_ballot_bears_as_many_marks_as_the_regulation_says_whatever_the_seats_are()
    {
        var count = Count(("dong-nai", 7), ("tay-ninh", 7));
        Called(r => r with { MaxMarks = SampleRegulation.Sourced(2) }).And(Head, new ElectionCommand.OpenRound(Committee))
            .When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, count)).One<ElectionEvent.CountRecorded>();
        Called().And(Head, new ElectionCommand.OpenRound(Committee))
            .When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, count)).Refused(RefusalCode.MarksBeyondQuota);
    }

    [Fact]
    public void the_committee_is_of_members() =>
        Called().When(Head, new ElectionCommand.OpenRound(["dong-nai", "tay-ninh", "can-tho"])).Refused(RefusalCode.NotAMember);

    [Fact]
    public void the_committee_records_and_nobody_else_records_or_confirms()
    {
        Opened.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, Count(("binh-thuan", 7))))
            .Events(new ElectionEvent.CountRecorded(1, Count(("binh-thuan", 7)), "dong-nai"));
        foreach (var other in new[] { Head, Who.Visitor("dong-nai"), Who.Official, Who.Principal("can-tho"), Who.Grain(ClusterStory.Key) })
        {
            Opened.When(other, new ElectionCommand.RecordCount(1, Count(("binh-thuan", 7)))).Refused(RefusalCode.NotOnTheCommittee);
            Recorded.When(other, Confirm()).Refused(RefusalCode.NotOnTheCommittee);
        }
    }

    [Fact]
    public void a_count_that_does_not_add_up_is_refused()
    {
        foreach (var count in new PaperCount[] { new(8, 7, 7, 0, []), new(7, 7, 6, 0, []), new(7, 7, 6, 1, [new("binh-thuan", 7)]), new(6, 7, 7, 0, []) })
            Opened.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, count)).Refused(RefusalCode.CountsDoNotAddUp);
        Opened.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, Count(("binh-thuan", 4), ("tay-ninh", 4)))).Refused(RefusalCode.MarksBeyondQuota);
    }

    [Fact]
    public void marks_are_for_candidates_of_this_round()
    {
        Opened.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, Count(("can-tho", 1)))).Refused(RefusalCode.CandidateUnknown);
        Decided.And(Head, new ElectionCommand.OpenRound(Committee))
            .When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(2, Count(("binh-thuan", 1)))).Refused(RefusalCode.CandidateUnknown);
    }

    [Fact]
    public void a_ballot_for_two_deputies_bears_two_marks() =>
        Decided.And(Head, new ElectionCommand.OpenRound(Committee))
            .When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(2, Count(("tay-ninh", 7), ("dong-nai", 7)))).One<ElectionEvent.CountRecorded>();

    [Fact]
    public void who_records_does_not_confirm_and_nobody_confirms_twice()
    {
        Recorded.When(Who.Principal("dong-nai"), Confirm()).Refused(RefusalCode.AlreadyConfirmed);
        Recorded.And(Who.Officer("tay-ninh"), Confirm()).When(Who.Principal("tay-ninh"), Confirm()).Refused(RefusalCode.AlreadyConfirmed);
        Opened.When(Who.Officer("tay-ninh"), Confirm()).Refused(RefusalCode.CountMissing);
    }

    [Fact]
    public void a_new_recording_voids_confirmations_and_nobody_confirms_what_has_changed_meanwhile()
    {
        var corrected = new ElectionCommand.RecordCount(1, Count(("dong-nai", 7)));
        Recorded.When(Who.Officer("tay-ninh"), corrected).Refused(RefusalCode.ReasonRequired);
        var again = Recorded.And(Who.Officer("tay-ninh"), Confirm()).And(Who.Officer("tay-ninh"), corrected with { Reason = "Đếm nhầm" });
        Assert.Empty(StateOf(again).Rounds[0].Confirmations);
        again.When(Who.Officer("binh-phuoc"), Confirm()).Refused(RefusalCode.CountChanged);
        again.When(Who.Officer("dong-nai"), Confirm(2)).Events(new ElectionEvent.CountConfirmed(1, "dong-nai"));
    }

    [Fact]
    public void a_decided_round_is_not_counted_again_and_one_that_was_never_opened_is_unknown()
    {
        Decided.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, Count())).Refused(RefusalCode.RoundNotOpen);
        Decided.When(Who.Officer("dong-nai"), Confirm()).Refused(RefusalCode.RoundNotOpen);
        Decided.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(2, Count())).Refused(RefusalCode.RoundUnknown);
        Decided.When(Who.Officer("dong-nai"), new ElectionCommand.ConfirmCount(0, 1)).Refused(RefusalCode.RoundUnknown);
    }

    [Fact]
    public void a_round_on_paper_takes_no_open_votes()
    {
        Opened.When(Who.Principal("tay-ninh"), new ElectionCommand.VoteOpenly(1, "tay-ninh", ["binh-thuan"])).Refused(RefusalCode.VoteOfOtherMethod);
        Opened.When(Head, new ElectionCommand.CloseRound(1)).Refused(RefusalCode.VoteOfOtherMethod);
    }

    [Theory]
    [InlineData(ClusterActors.Academy.PercentageBase.Roll, false)]
    [InlineData(ClusterActors.Academy.PercentageBase.Cast, false)]
    [InlineData(ClusterActors.Academy.PercentageBase.Valid, true)]
    public void the_threshold_is_a_share_of_the_regulations_base(ClusterActors.Academy.PercentageBase basis, bool elected)
    {
        var given = Called(r => r with { Base = SampleRegulation.Sourced(basis) }).Held(new(7, 7, 5, 2, [new("binh-thuan", 3)]));
        Assert.Equal(elected, StateOf(given).Head is not null);
    }
}
