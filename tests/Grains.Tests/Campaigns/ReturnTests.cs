using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class ReturnTests
{
    private const string Reason = "Sai mẫu";

    private static CampaignCommand.ReturnPhase Back(Phase from) => new(from, Reason);

    private static Campaign0 Returned(Phase from) => At(from).When(Who.Official, Back(from)).Accepted();

    private static Campaign0 Ruled(Phase phase, Authority by, params Phase[] from) =>
        At(phase, Of(2020) with { Returns = new(Sourced(by), Sourced(from.ToEquatableList())) });

    [Theory]
    [InlineData(Phase.PactOpen, Phase.Guided)]
    [InlineData(Phase.MidYearReviewed, Phase.Running)]
    [InlineData(Phase.SelfScoring, Phase.MidYearReviewed)]
    [InlineData(Phase.Drawing, Phase.SelfScoring)]
    [InlineData(Phase.CrossInspection, Phase.Drawing)]
    public void the_Academy_returns_a_year_one_step_with_a_reason(Phase from, Phase to)
    {
        var after = At(from).When(Who.Official, Back(from)).Events(new CampaignEvent.PhaseReturned(from, to, null, Reason));
        Assert.Equal(to, StateOf(after).Phase);
        var view = Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(after.State)!.Document);
        Assert.Equal([new ReturnView(from, to, null, Reason)], view.Returns);
    }

    [Fact]
    public void where_there_is_no_mid_year_review_self_scoring_is_returned_to_the_running_year()
    {
        var regulation = Of(2020) with { OptionalPhases = Sourced<EquatableList<OptionalPhase>>([]) };
        var after = At(Phase.Running, regulation).And(Head, new CampaignCommand.OpenSelfScoring()).When(Who.Official, Back(Phase.SelfScoring)).Accepted();
        Assert.Equal(Phase.Running, StateOf(after).Phase);
    }

    [Theory]
    [InlineData(Phase.Guided)]
    [InlineData(Phase.Running)]
    [InlineData(Phase.Ranked)]
    [InlineData(Phase.Nominated)]
    [InlineData(Phase.OfficersProposed)]
    [InlineData(Phase.OfficersRecognised)]
    [InlineData(Phase.HandedOver)]
    [InlineData(Phase.Closed)]
    public void nobody_returns_from_what_is_published_or_from_the_beginning(Phase phase) =>
        At(phase).When(Who.Official, Back(phase)).Refused(RefusalCode.NotReturnable);

    [Fact]
    public void without_a_rule_only_the_Academy_returns()
    {
        foreach (var actor in new[] { Head, Who.Officer("binh-thuan"), Who.Principal("tay-ninh"), Cluster })
            At(Phase.SelfScoring).When(actor, Back(Phase.SelfScoring)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void the_regulation_names_who_returns_from_which_phases()
    {
        var returned = new CampaignEvent.PhaseReturned(Phase.Drawing, Phase.SelfScoring, "ninh-thuan", Reason);
        Ruled(Phase.Drawing, Authority.Head, Phase.Drawing).When(Head, Back(Phase.Drawing)).Events(returned);
        Ruled(Phase.Drawing, Authority.Head, Phase.Drawing).When(Who.Officer("binh-thuan"), Back(Phase.Drawing)).Refused(RefusalCode.Forbidden);
        Ruled(Phase.Drawing, Authority.Officers, Phase.Drawing).When(Who.Officer("binh-thuan"), Back(Phase.Drawing)).Events(returned with { School = "binh-thuan" });
        Ruled(Phase.SelfScoring, Authority.Officers, Phase.Drawing).When(Head, Back(Phase.SelfScoring)).Refused(RefusalCode.Forbidden);
        Ruled(Phase.SelfScoring, Authority.Officers, Phase.Drawing).When(Who.Official, Back(Phase.SelfScoring)).Accepted();
    }

    [Fact]
    public void nobody_returns_twice_who_meant_to_return_once() =>
        Returned(Phase.CrossInspection).When(Who.Official, Back(Phase.CrossInspection)).Refused(RefusalCode.WrongPhase);

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void a_return_has_a_reason(string flaw) =>
        At(Phase.SelfScoring).When(Who.Official, new CampaignCommand.ReturnPhase(Phase.SelfScoring, Texts.Bad[flaw].Text)).Refused(Texts.Bad[flaw].Code);

    [Fact]
    public void signatures_under_a_returned_pact_are_void_and_a_new_draft_is_signed()
    {
        var given = At(Phase.PactOpen).And(Who.Principal("tay-ninh"), Sign("tay-ninh")).And(Who.Official, Back(Phase.PactOpen));
        Assert.Empty(StateOf(given).Pact.Signatures);
        given.When(Who.Principal("tay-ninh"), Sign("tay-ninh")).Refused(RefusalCode.WrongPhase);
        given = given.And(Head, Proposal);
        given.When(Who.Principal("tay-ninh"), Sign("tay-ninh")).Refused(RefusalCode.PactChanged);
        given.When(Who.Principal("tay-ninh"), Sign("tay-ninh") with { Draft = 2 }).One<CampaignEvent.PactSigned>();
    }

    [Fact]
    public void sheets_are_kept_when_self_scoring_is_returned_and_can_be_handed_in_anew_when_it_opens_again()
    {
        var sheet = new CampaignCommand.SubmitSelfScores("tay-ninh", SheetOf("tay-ninh"));
        var given = At(Phase.SelfScoring).And(Who.Officer("tay-ninh"), sheet).And(Who.Official, Back(Phase.SelfScoring));
        given.When(Who.Officer("tay-ninh"), sheet with { Reason = Reason }).Refused(RefusalCode.WrongPhase);
        given = given.And(Head, new CampaignCommand.OpenSelfScoring()).And(Who.Officer("tay-ninh"), sheet with { Reason = Reason });
        Assert.Equal(2, StateOf(given).SheetOf("tay-ninh")!.Version);
    }

    [Fact]
    public void a_draw_that_is_returned_opens_the_sheets_and_its_seed_draws_nothing()
    {
        var given = Returned(Phase.Drawing);
        var late = new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn);
        given.When(Beacon, late).Refused(RefusalCode.SeedNotAsked);
        given = given
            .When(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SheetOf("tay-ninh"), Reason)).Accepted()
            .When(Head, new CampaignCommand.OpenCrossInspection()).Events(new CampaignEvent.SheetsClosed(2, []));
        given.When(Beacon, late).Refused(RefusalCode.SeedNotAsked);
        given.When(Beacon, late with { Purpose = "campaign:8:2020 cross-inspection 2" }).One<CampaignEvent.InspectionsDrawn>();
    }

    [Fact]
    public void inspections_that_are_returned_are_withdrawn_and_their_findings_void()
    {
        var given = At(Phase.CrossInspection)
            .And(Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh"), 1));
        var then = given.When(Who.Official, Back(Phase.CrossInspection));
        Assert.Equal(Roll.Select(s => $"inspection:8:2020:{s}").Order(StringComparer.Ordinal), then.Messages().Select(m => m.Target).Order(StringComparer.Ordinal));
        Assert.All(then.Messages(), m => Assert.Equal(new InspectionCommand.Withdraw(Reason), CanonicalJson.Read<InspectionCommand>(m.Payload)));
        var state = StateOf(then.Accepted());
        Assert.Empty(state.Inspections);
        Assert.All(state.Sheets, sheet => Assert.Empty(sheet.Verified));
        Assert.Equal(Roll.Count, state.Sheets.Count);
    }

    [Fact]
    public void findings_of_inspectors_who_have_been_drawn_anew_since_are_not_taken()
    {
        var given = Returned(Phase.CrossInspection)
            .And(Head, new CampaignCommand.OpenCrossInspection())
            .And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 2", Drawn));
        var inspection = Who.Grain(new InspectionKey("8", 2020, "tay-ninh"));
        given.When(inspection, new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh"), 1)).Refused(RefusalCode.FindingsChanged);
        given.When(inspection, new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh"), 2)).One<CampaignEvent.FindingsReceived>();
    }

    [Fact]
    public void a_year_that_goes_back_without_a_return_breaks_an_invariant()
    {
        var (cross, self) = (At(Phase.CrossInspection).State, At(Phase.SelfScoring).State);
        Assert.Equal(10, CampaignInvariants.Broken(cross, new CampaignEvent.SelfScoringOpened(), self)?.Number);
        Assert.Equal(10, CampaignInvariants.Broken(cross, new CampaignEvent.PhaseReturned(Phase.CrossInspection, Phase.SelfScoring, null, Reason), self)?.Number);
        Assert.Null(CampaignInvariants.Broken(cross, new CampaignEvent.PhaseReturned(Phase.CrossInspection, Phase.Drawing, null, Reason), Returned(Phase.CrossInspection).State));
    }
}
