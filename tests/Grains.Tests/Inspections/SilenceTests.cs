using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;
using Inspection0 = ClusterActors.Tests.Given<ClusterActors.Inspections.InspectionState, ClusterActors.Inspections.InspectionCommand, ClusterActors.Inspections.InspectionEvent>;

namespace ClusterActors.Tests.Inspections;

public sealed class SilenceTests
{
    private static readonly InspectionKey Key = new("8", 2020, "tay-ninh");

    private static readonly InspectionCommand.RecordFindings Record =
        new(Moment.Day("2020-10-20"), SampleRegulation.Sheet().Select(s => new Finding(s.Criterion, s.Points)).ToEquatableList());

    private static readonly InspectionCommand.NoteSilence Silence = new(1);

    private static readonly AnswerTerm FiveDays = new(new(Sourced(5)), null);

    // The 24th and 25th of October 2020 were a Saturday and a Sunday.
    private static readonly AnswerTerm FiveWorkingDays = new(
        new(Sourced(5), Sourced(DayCount.Working)),
        new(Sourced<EquatableList<Weekday>>([Weekday.Saturday, Weekday.Sunday]), Sourced(RestDayPolicy.Next), [], []));

    private static Actor Campaign => Who.Grain(new CampaignKey("8", 2020));

    private static Actor Inspector => Who.Officer("dong-nai");

    private static Actor Inspected => Who.Principal("tay-ninh");

    private static Inspection0 Found(AnswerTerm? term) => Given.Nothing(InspectionDecider.Aggregate, Key)
        .And(Campaign, new InspectionCommand.Assign(["dong-nai", "binh-duong"], SampleRegulation.Scores, SampleRegulation.Sheet(), null, 1, term))
        .And(Inspector, Record, Moment.Noon("2020-10-20"));

    private static InspectionView ViewOf(Inspection0 given) => Assert.IsType<InspectionView>(InspectionDecider.Aggregate.View(given.State)!.Document);

    [Fact]
    public void the_last_day_to_answer_is_counted_from_the_recording_by_the_regulations_days()
    {
        Assert.Equal(Moment.Day("2020-10-25"), ViewOf(Found(FiveDays)).AnswerBy);
        Assert.Equal(Moment.Day("2020-10-27"), ViewOf(Found(FiveWorkingDays)).AnswerBy);
        Assert.Null(ViewOf(Found(null)).AnswerBy);
    }

    [Fact]
    public void silence_counts_as_agreement_once_the_last_day_has_passed()
    {
        foreach (var (actor, by) in new[] { (Inspector, "dong-nai"), (Who.Principal("binh-duong"), "binh-duong"), (Who.Official, (string?)null) })
        {
            Found(FiveDays).When(actor, Silence, Moment.Noon("2020-10-25")).Refused(RefusalCode.AnswerAwaited);
            var then = Found(FiveDays).When(actor, Silence, Moment.Noon("2020-10-26"));
            var after = then.Events(new InspectionEvent.SilenceNoted(Moment.Day("2020-10-25"), by));
            Assert.Equal((InspectionStage.Concluded, true), (ViewOf(after).Stage, ViewOf(after).Silent));
            var told = Assert.Single(then.Messages());
            Assert.Equal(new CampaignCommand.ReceiveFindings("tay-ninh", SampleRegulation.Sheet(), 1, null, ["dong-nai", "binh-duong"]), CanonicalJson.Read<CampaignCommand>(told.Payload));
            after.When(Inspected, new InspectionCommand.AcknowledgeFindings(1), Moment.Noon("2020-10-26")).Refused(RefusalCode.WrongPhase);
        }
    }

    [Fact]
    public void where_the_regulation_sets_no_day_findings_are_waited_for() =>
        Found(null).When(Who.Official, Silence, Moment.Noon("2021-10-26")).Refused(RefusalCode.AnswerAwaited);

    [Fact]
    public void neither_the_school_itself_nor_anybody_else_states_its_silence()
    {
        foreach (var other in new[] { Inspected, Who.Officer("ninh-thuan"), Who.Visitor("dong-nai"), Campaign })
            Found(FiveDays).When(other, Silence, Moment.Noon("2020-10-26")).Refused(RefusalCode.NotAnInspector);
    }

    [Fact]
    public void who_answers_late_is_heard_as_long_as_nobody_has_stated_its_silence()
    {
        var late = Moment.Noon("2020-10-26");
        var agreed = Found(FiveDays).When(Inspected, new InspectionCommand.AcknowledgeFindings(1), late).Events(new InspectionEvent.FindingsAcknowledged(Late: true));
        Assert.True(ViewOf(agreed).AnsweredLate);
        var explained = Found(FiveDays).When(Inspected, new InspectionCommand.ExplainFindings("Minh chứng", 1), late).Events(new InspectionEvent.FindingsExplained("Minh chứng", Late: true));
        explained.When(Inspector, Silence, late).Refused(RefusalCode.WrongPhase);
        Found(FiveDays).When(Inspected, new InspectionCommand.AcknowledgeFindings(1), Moment.Noon("2020-10-25")).Events(new InspectionEvent.FindingsAcknowledged(Late: false));
    }

    [Fact]
    public void findings_that_are_recorded_anew_have_a_new_last_day()
    {
        var anew = Found(FiveDays).And(Inspector, Record with { Reason = "Ghi nhầm" }, Moment.Noon("2020-10-23"));
        anew.When(Inspector, Silence with { Recording = 2 }, Moment.Noon("2020-10-28")).Refused(RefusalCode.AnswerAwaited);
        anew.When(Inspector, Silence, Moment.Noon("2020-10-29")).Refused(RefusalCode.FindingsChanged);
        anew.When(Inspector, Silence with { Recording = 2 }, Moment.Noon("2020-10-29")).One<InspectionEvent.SilenceNoted>();
    }

    [Fact]
    public void who_has_not_been_inspected_yet_is_not_silent()
    {
        var assigned = Given.Nothing(InspectionDecider.Aggregate, Key)
            .And(Campaign, new InspectionCommand.Assign(["dong-nai"], SampleRegulation.Scores, SampleRegulation.Sheet(), null, 1, FiveDays));
        assigned.When(Inspector, Silence).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void who_comes_in_an_inspectors_place_inspects_and_the_other_does_not()
    {
        var replaced = Given.Nothing(InspectionDecider.Aggregate, Key)
            .And(Campaign, new InspectionCommand.Assign(["dong-nai", "binh-duong"], SampleRegulation.Scores, SampleRegulation.Sheet(), null, 1))
            .When(Campaign, new InspectionCommand.ChangeInspectors(["binh-phuoc", "binh-duong"], "Thay trường kiểm tra"))
            .Events(new InspectionEvent.InspectorsChanged(["binh-phuoc", "binh-duong"], "Thay trường kiểm tra"));
        Assert.Equal(["binh-phuoc", "binh-duong"], ViewOf(replaced).Inspectors);
        replaced.When(Inspector, Record).Refused(RefusalCode.NotAnInspector);
        replaced.When(Who.Officer("binh-phuoc"), Record).One<InspectionEvent.FindingsRecorded>();
        replaced.When(Who.Official, new InspectionCommand.ChangeInspectors(["dong-nai"], "Thay trường kiểm tra")).Refused(RefusalCode.Forbidden);
    }
}
