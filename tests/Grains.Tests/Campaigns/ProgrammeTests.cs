using System.Text;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Documents;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

/// <summary>The year waits for the documents that its regulation names, where it says so.</summary>
public sealed class ProgrammeTests
{
    private static readonly DocumentRules Plan = new("plan", "Kế hoạch", "Plan", new(new(2, 3), "sample"), "sample");

    private static Regulation Awaited(Phase phase) => SampleRegulation.Of(2020) with { Programme = new([Plan with { Before = new(phase, "sample") }]) };

    private static Actor Document(string code = "plan") => Who.Grain(new DocumentKey("8", 2020, code));

    [Theory]
    [InlineData(Phase.PactOpen, Phase.Guided)]
    [InlineData(Phase.MidYearReviewed, Phase.Running)]
    [InlineData(Phase.SelfScoring, Phase.MidYearReviewed)]
    [InlineData(Phase.Ranked, Phase.CrossInspection)]
    public void a_phase_is_not_come_to_before_the_document_that_it_waits_for(Phase awaiting, Phase before)
    {
        var given = At(before, Awaited(awaiting));
        CampaignCommand step = awaiting switch
        {
            Phase.PactOpen => Proposal,
            Phase.MidYearReviewed => Review,
            Phase.SelfScoring => new CampaignCommand.OpenSelfScoring(),
            _ => new CampaignCommand.FixRanking(),
        };
        if (awaiting == Phase.Ranked)
            given = Roll.Aggregate(given, (g, school) => g.And(Who.Grain(new InspectionKey("8", 2020, school)), new CampaignCommand.ReceiveFindings(school, SheetOf(school))));

        given.When(Head, step).Refused(RefusalCode.DocumentsMissing);
        given.And(Document(), new CampaignCommand.NoteDocument("plan", 1)).When(Head, step).Accepted();
    }

    [Fact]
    public void sheets_are_not_closed_and_no_conference_is_held_before_it_either()
    {
        var sheets = Roll.Aggregate(
            At(Phase.SelfScoring, Awaited(Phase.Drawing)), (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))));
        sheets.When(Head, new CampaignCommand.OpenCrossInspection()).Refused(RefusalCode.DocumentsMissing);
        At(Phase.Ranked, Awaited(Phase.Nominated)).When(Head, Conference).Refused(RefusalCode.DocumentsMissing);
    }

    [Fact]
    public void a_document_that_nothing_waits_for_holds_nothing_up() =>
        At(Phase.Guided, SampleRegulation.Of(2020) with { Programme = new([Plan]) }).When(Head, Proposal).Accepted();

    [Fact]
    public void who_may_not_propose_a_pact_hears_that_first() =>
        At(Phase.Guided, Awaited(Phase.PactOpen)).When(Who.Officer("tay-ninh"), Proposal).Refused(RefusalCode.Forbidden);

    [Fact]
    public void only_a_document_says_that_it_has_been_adopted()
    {
        var given = At(Phase.Guided, Awaited(Phase.PactOpen));
        foreach (var actor in new[] { Head, Who.Official, Document("rules"), Who.Grain(new DocumentKey("8", 2021, "plan")) })
            given.When(actor, new CampaignCommand.NoteDocument("plan", 1)).Refused(RefusalCode.Forbidden);
        given.When(Document(), new CampaignCommand.NoteDocument("plan", 1)).Events(new CampaignEvent.DocumentNoted("plan", 1));
    }

    [Fact]
    public void the_year_shows_each_document_and_the_version_in_force()
    {
        var given = At(Phase.Guided, Awaited(Phase.PactOpen)).And(Document(), new CampaignCommand.NoteDocument("plan", 1)).And(Document(), new CampaignCommand.NoteDocument("plan", 2));

        Assert.Equal([new DocumentStanding("plan", "Kế hoạch", "Plan", Phase.PactOpen, 2)], Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(given.State)!.Document).Documents);
    }

    [Fact]
    public void documents_hear_of_the_opening_of_other_officers_of_mergers_and_of_the_closing()
    {
        var given = At(Phase.Guided, Awaited(Phase.PactOpen));
        var state = StateOf(given);

        Assert.Equal([Told(new DocumentCommand.ExpectDocument(state.Regulation.Programme!.Documents[0], "ninh-thuan", Roll))], Messages(given.History[0]));
        Assert.Equal(
            [Told(new DocumentCommand.ChangeMembers("tay-ninh", Roll))],
            given.When(Cluster, new CampaignCommand.ApplyOfficers(new(2020, "tay-ninh", ["binh-thuan"]))).Messages().Select(Shown));
        var merger = new Merger(["tay-ninh"], "dong-nai", "8", "8", Moment.Day("2020-05-01"), Appraisal, "Hợp nhất");
        Assert.Contains(
            Told(new DocumentCommand.ChangeMembers("ninh-thuan", Roll.Where(s => s != "tay-ninh").ToEquatableList())),
            given.When(Cluster, new CampaignCommand.ApplyMerger(merger, null)).Messages().Select(Shown));
        Assert.Equal([Told(new DocumentCommand.CloseDocument())], Messages(new CampaignEvent.YearClosed()));

        IEnumerable<(string, string)> Messages(CampaignEvent e) => CampaignDecider.Aggregate.React(state, e).Select(Shown);
    }

    private static (string, string) Told(DocumentCommand command) => Shown(Outgoing.To(new DocumentKey("8", 2020, "plan"), command));

    private static (string, string) Shown(Outgoing message) => (message.Target, Encoding.UTF8.GetString(message.Payload));
}
