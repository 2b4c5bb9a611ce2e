using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class PaperVoteTests
{
    private static Campaign0 Opened => At(Phase.Ranked).And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee));

    private static Campaign0 Recorded => Opened.And(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan")));

    private static Campaign0 Decided => At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan"));

    private static CampaignCommand.ConfirmCount Confirm(int recording = 1) => new(1, recording);

    [Fact]
    public void the_head_opens_the_vote_with_its_committee_and_all_members_are_candidates()
    {
        EquatableList<string> candidates = [.. Roll.Order(StringComparer.Ordinal)];
        At(Phase.Ranked).When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee))
            .Events(new CampaignEvent.VoteOpened(1, SampleRegulation.Vote(Award.Flag), candidates, Committee));
    }

    [Theory]
    [InlineData]
    [InlineData("dong-nai", "tay-ninh")]
    [InlineData("dong-nai", "tay-ninh", "binh-phuoc", "binh-duong")]
    [InlineData("dong-nai", "tay-ninh", "tay-ninh")]
    public void the_committee_has_the_regulations_size_and_no_school_twice(params string[] committee) =>
        At(Phase.Ranked).When(Head, new CampaignCommand.OpenVote(Award.Flag, [.. committee])).Refused(RefusalCode.CommitteeInvalid);

    [Fact]
    public void the_committee_is_of_members() =>
        At(Phase.Ranked).When(Head, new CampaignCommand.OpenVote(Award.Flag, ["dong-nai", "tay-ninh", "can-tho"])).Refused(RefusalCode.NotAMember);

    [Fact]
    public void votes_are_opened_once_and_in_the_regulations_order()
    {
        At(Phase.Ranked).When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).Refused(RefusalCode.VotesMissing);
        Opened.When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).Refused(RefusalCode.VotesMissing);
        Opened.When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).Refused(RefusalCode.AlreadyExists);
        Decided.When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).Refused(RefusalCode.AlreadyExists);
        Decided.When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).One<CampaignEvent.VoteOpened>();
    }

    [Fact]
    public void an_award_that_the_regulation_does_not_know_is_not_voted_on() =>
        At(Phase.Ranked, SampleRegulation.Of(2020) with { Votes = [SampleRegulation.Vote(Award.Flag)] })
            .When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).Refused(RefusalCode.AwardNotVoted);

    [Fact]
    public void who_has_the_flag_is_no_candidate_for_the_certificate_unless_the_regulation_lets_it()
    {
        var one = Decided.When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).One<CampaignEvent.VoteOpened>();
        Assert.Equal([.. Roll.Order(StringComparer.Ordinal).Where(s => s != "ninh-thuan")], one.Candidates);

        var regulation = SampleRegulation.Of(2020) with { OneAwardPerSchool = SampleRegulation.Sourced(false) };
        var both = At(Phase.Ranked, regulation).Voted(1, Award.Flag, Count("ninh-thuan"))
            .When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).One<CampaignEvent.VoteOpened>();
        Assert.Contains("ninh-thuan", both.Candidates);
    }

    [Fact]
    public void who_was_chosen_for_both_gets_the_one_that_the_Academy_grants_first()
    {
        var regulation = SampleRegulation.Of(2020) with { OneAwardPerSchool = SampleRegulation.Sourced(false) };
        var nominated = At(Phase.Ranked, regulation).Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("ninh-thuan")).And(Head, Conference);
        var granted = nominated.Granted(Award.Certificate, "ninh-thuan").And(Who.Official, new CampaignCommand.DecideNomination(Award.Flag, "ninh-thuan", true, Appraisal));
        granted.When(Who.Grain(new SchoolKey("ninh-thuan")), new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", false)).One<CampaignEvent.NominationBarred>();
    }

    [Fact]
    public void the_committee_records_the_count() =>
        Opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan")))
            .Events(new CampaignEvent.CountRecorded(1, Count("ninh-thuan"), "dong-nai"));

    [Fact]
    public void nobody_else_records_or_confirms()
    {
        foreach (var other in new[] { Head, Who.Visitor("dong-nai"), Who.Official, Who.Principal("can-tho"), Cluster, Who.Grain(new SchoolKey("dong-nai")) })
        {
            Opened.When(other, new CampaignCommand.RecordCount(1, Count("ninh-thuan"))).Refused(RefusalCode.NotOnTheCommittee);
            Recorded.When(other, Confirm()).Refused(RefusalCode.NotOnTheCommittee);
        }
    }

    public static TheoryData<int, int, int, int, int[]> CountsThatDoNotAddUp { get; } = new()
    {
        { -1, 0, 0, 0, [] },
        { 7, -1, 0, -1, [] },
        { 7, 0, -1, 1, [] },
        { 7, 0, 1, -1, [] },
        { 7, 7, 7, 0, [-1] },
        { 8, 7, 7, 0, [6] },
        { 6, 7, 7, 0, [6] },
        { 7, 7, 6, 0, [6] },
        { 7, 7, 7, 1, [6] },
        { 7, 7, int.MaxValue, int.MaxValue, [1] },
        { 7, 6, 5, 1, [6] },
        { 7, 7, 0, 7, [1] },
        { int.MaxValue, 7, 7, 0, [] },
    };

    [Theory]
    [MemberData(nameof(CountsThatDoNotAddUp))]
    public void a_count_that_does_not_add_up_is_refused(int issued, int returned, int valid, int invalid, int[] marks) =>
        Opened.When(
            Who.Officer("dong-nai"),
            new CampaignCommand.RecordCount(1, new(issued, returned, valid, invalid, [.. marks.Select((m, i) => new Marks(Roll[i], m))])))
            .Refused(RefusalCode.CountsDoNotAddUp);

    public static TheoryData<int, int, int, int, int[]> CountsThatAddUp { get; } = new()
    {
        { 7, 7, 7, 0, [7] },
        { 7, 7, 7, 0, [4, 3] },
        { 7, 6, 5, 1, [5, 0] },
        { 7, 7, 0, 7, [0] },
        { 0, 0, 0, 0, [] },
    };

    [Theory]
    [MemberData(nameof(CountsThatAddUp))]
    public void a_count_that_adds_up_is_recorded(int issued, int returned, int valid, int invalid, int[] marks) =>
        Opened.When(
            Who.Officer("dong-nai"),
            new CampaignCommand.RecordCount(1, new(issued, returned, valid, invalid, [.. marks.Select((m, i) => new Marks(Roll[i], m))])))
            .One<CampaignEvent.CountRecorded>();

    [Fact]
    public void a_candidate_is_counted_once_and_is_one()
    {
        var count = Count("ninh-thuan", 3);
        Opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, count with { Marks = [.. count.Marks, .. count.Marks] }))
            .Refused(RefusalCode.CountsDoNotAddUp);
        Opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("can-tho", 3))).Refused(RefusalCode.CandidateUnknown);
    }

    [Fact]
    public void there_are_no_more_marks_than_the_quota_on_each_valid_ballot()
    {
        Opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, new(7, 7, 7, 0, [new("ninh-thuan", 7), new("binh-thuan", 1)])))
            .Refused(RefusalCode.MarksBeyondQuota);
        var huge = Roll.Select(s => new Marks(s, 7)).ToEquatableList();
        Opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, new(7, 7, 7, 0, huge))).Refused(RefusalCode.MarksBeyondQuota);
    }

    [Fact]
    public void the_second_confirmation_decides_the_vote()
    {
        var first = Recorded.When(Who.Officer("tay-ninh"), Confirm()).Events(new CampaignEvent.CountConfirmed(1, "tay-ninh"));
        first.When(Who.Principal("binh-phuoc"), Confirm()).Events(
            new CampaignEvent.CountConfirmed(1, "binh-phuoc"),
            new CampaignEvent.VoteDecided(1, new(true, 7, [new("ninh-thuan", 6)], ["ninh-thuan"], null)));
    }

    [Fact]
    public void who_records_does_not_confirm_and_nobody_confirms_twice()
    {
        Recorded.When(Who.Officer("dong-nai"), Confirm()).Refused(RefusalCode.AlreadyConfirmed);
        Recorded.When(Who.Principal("dong-nai"), Confirm()).Refused(RefusalCode.AlreadyConfirmed);
        Recorded.And(Who.Officer("tay-ninh"), Confirm()).When(Who.Principal("tay-ninh"), Confirm()).Refused(RefusalCode.AlreadyConfirmed);
    }

    [Fact]
    public void a_new_recording_voids_confirmations_and_nobody_confirms_what_has_changed_meanwhile()
    {
        var corrected = new CampaignCommand.RecordCount(1, Count("ninh-thuan", 5));
        Recorded.When(Who.Officer("tay-ninh"), corrected).Refused(RefusalCode.ReasonRequired);
        var again = Recorded.And(Who.Officer("tay-ninh"), Confirm()).And(Who.Officer("tay-ninh"), corrected with { Reason = "Đếm thừa một phiếu" });
        Assert.Empty(StateOf(again).VoteOf(1)!.Confirmations);
        again.When(Who.Officer("binh-phuoc"), Confirm()).Refused(RefusalCode.CountChanged);
        again.When(Who.Officer("binh-phuoc"), Confirm(3)).Refused(RefusalCode.CountChanged);
        again.When(Who.Officer("dong-nai"), Confirm(2)).Events(new CampaignEvent.CountConfirmed(1, "dong-nai"));
    }

    [Fact]
    public void there_is_nothing_to_confirm_before_a_count() => Opened.When(Who.Officer("tay-ninh"), Confirm()).Refused(RefusalCode.CountMissing);

    [Fact]
    public void a_decided_vote_is_not_counted_again()
    {
        Decided.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("binh-thuan"))).Refused(RefusalCode.VoteNotOpen);
        Decided.When(Who.Officer("dong-nai"), Confirm()).Refused(RefusalCode.VoteNotOpen);
    }

    [Fact]
    public void a_vote_that_was_never_opened_is_unknown() =>
        Opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(2, Count("ninh-thuan"))).Refused(RefusalCode.VoteUnknown);

    [Fact]
    public void a_vote_on_paper_takes_no_open_votes()
    {
        Opened.When(Who.Principal("tay-ninh"), new CampaignCommand.VoteOpenly(1, "tay-ninh", ["ninh-thuan"])).Refused(RefusalCode.VoteOfOtherMethod);
        Opened.When(Head, new CampaignCommand.CloseOpenVote(1)).Refused(RefusalCode.VoteOfOtherMethod);
    }

    [Fact]
    public void nobody_below_two_thirds_of_the_roll_is_chosen() =>
        Assert.Empty(StateOf(At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan", 4))).VoteOf(1)!.Outcome!.Chosen);
}
