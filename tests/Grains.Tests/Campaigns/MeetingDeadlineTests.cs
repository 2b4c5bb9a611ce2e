using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>The mid-year review is to be recorded by 31 July, the closing conference by 31 December.</summary>
public sealed class MeetingDeadlineTests
{
    private static readonly DateTimeOffset InTime = Moment.Noon("2020-07-31");
    private static readonly DateTimeOffset TooLate = Moment.Noon("2020-08-01");

    private static Regulation Ruled(DeadlineEffect effect) => SampleRegulation.Of(2020) with
    {
        Deadlines = [SampleRegulation.Deadline(Step.MidYearReview, "2020-07-31", effect), SampleRegulation.Deadline(Step.Conference, "2020-12-31", effect)],
    };

    private static Campaign0 Voted(DeadlineEffect effect) => At(Phase.Running, Ruled(effect))
        .And(Head, Review, InTime)
        .With([.. At(Phase.Ranked).History.Skip(At(Phase.MidYearReviewed).History.Count)])
        .Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5));

    private static EquatableList<Step> LateIn(Campaign0 given) => Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(given.State)!.Document).LateSteps!;

    [Fact]
    public void a_review_that_is_recorded_after_its_day_is_late_and_stays_so_when_it_is_corrected()
    {
        var running = At(Phase.Running, Ruled(DeadlineEffect.MarkLate));
        Assert.False(running.When(Head, Review, InTime).One<CampaignEvent.MidYearReviewed>().Late);
        Assert.Empty(LateIn(running.And(Head, Review, InTime)));
        var late = running.And(Head, Review, TooLate);
        Assert.Equal([Step.MidYearReview], LateIn(late));
        Assert.Equal([Step.MidYearReview], LateIn(late.And(Head, Review with { Reason = "Sai địa điểm" }, TooLate)));
    }

    [Fact]
    public void a_correction_of_a_review_that_was_in_time_is_not_late()
    {
        var again = At(Phase.Running, Ruled(DeadlineEffect.Refuse)).And(Head, Review, InTime).When(Head, Review with { Reason = "Sai địa điểm" }, TooLate);
        Assert.False(again.One<CampaignEvent.MidYearReviewed>().Late);
    }

    [Fact]
    public void where_nothing_late_is_taken_a_review_is_refused_until_its_day_is_put_off()
    {
        var running = At(Phase.Running, Ruled(DeadlineEffect.Refuse));
        running.When(Head, Review, TooLate).Refused(RefusalCode.DeadlinePassed);
        var extended = running.And(Who.Official, new CampaignCommand.ExtendDeadline(Step.MidYearReview, Moment.Day("2020-08-05"), "Bão lũ"), TooLate);
        Assert.False(extended.When(Head, Review, TooLate).One<CampaignEvent.MidYearReviewed>().Late);
    }

    [Fact]
    public void a_conference_is_late_or_refused_in_the_same_way()
    {
        Assert.False(Voted(DeadlineEffect.MarkLate).When(Head, Conference, Moment.Noon("2020-12-31")).One<CampaignEvent.ConferenceHeld>().Late);
        Assert.Equal([Step.Conference], LateIn(Voted(DeadlineEffect.MarkLate).And(Head, Conference, Moment.Noon("2021-01-01"))));
        Voted(DeadlineEffect.Refuse).When(Head, Conference, Moment.Noon("2021-01-01")).Refused(RefusalCode.DeadlinePassed);
    }

    [Theory]
    [InlineData(Step.MidYearReview, Phase.SelfScoring)]
    [InlineData(Step.Conference, Phase.Nominated)]
    public void what_is_over_is_put_off_no_more(Step step, Phase phase) => At(phase, Ruled(DeadlineEffect.MarkLate))
        .When(Who.Official, new CampaignCommand.ExtendDeadline(step, Moment.Day("2021-06-01"), "Bão lũ")).Refused(RefusalCode.WrongPhase);
}
