using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Statistics;
using ClusterActors.Tests.Statistics;
using FsCheck.Fluent;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using static ClusterActors.Tests.Campaigns.MergerStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Schools are merged in mid-year, and each open thing goes by its policy.</summary>
public sealed class MergerTests
{
    private static Campaign0 Year(Phase phase, MembershipRules? rules = null) => At(phase, Ruled(rules ?? Generous));

    private static IReadOnlyList<string> Signers(Campaign0 given) => [.. StateOf(given).Pact.Signatures.Select(s => s.School)];

    [Fact]
    public void a_merger_is_the_clusters_to_tell_while_the_year_is_open_and_one_of_its_members_is_concerned()
    {
        foreach (var other in new[] { Who.Official, Head, Who.Grain(AcademyKey.National), Who.Grain(new ClusterKey("9")) })
            Year(Phase.Running).When(other, Into(New, "tay-ninh")).Refused(RefusalCode.Forbidden);
        Year(Phase.Running).When(Cluster, Into(New, "long-an")).Refused(RefusalCode.NotAMember);
        Year(Phase.Closed).When(Cluster, Into(New, "tay-ninh")).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void a_school_that_was_founded_for_the_merger_takes_one_place_on_the_roll_and_any_other_successor_none()
    {
        Assert.Equal([.. Roll.Where(s => s is not ("tay-ninh" or "dong-nai")), New], StateOf(Year(Phase.Running).Merged(New, "tay-ninh", "dong-nai")).Roll);
        foreach (var successor in new[] { "ninh-thuan", "elsewhere" })
            Assert.Equal(Roll.Where(s => s != "tay-ninh"), StateOf(Year(Phase.Running).Merged(successor, "tay-ninh")).Roll);
        var freed = Into(New, "tay-ninh");
        Assert.Equal(Roll.Where(s => s != "tay-ninh"), StateOf(Year(Phase.Running).And(Cluster, freed with { Merger = freed.Merger with { Founded = false } })).Roll);
        Assert.Equal(Roll.Where(s => s != "tay-ninh"), StateOf(Year(Phase.Running, Generous with { Vote = Sourced(VotePolicy.PlaceLapses) }).Merged(New, "tay-ninh")).Roll);
        Assert.Equal(Roll.Where(s => s != "tay-ninh"), StateOf(At(Phase.Running).Merged(New, "tay-ninh")).Roll);
    }

    [Fact]
    public void who_is_no_more_does_nothing_more_in_the_year_and_its_successor_does()
    {
        var merged = Year(Phase.SelfScoring).Merged(New, "tay-ninh");
        merged.When(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SheetOf("tay-ninh"))).Refused(RefusalCode.SchoolMerged);
        merged.When(Who.Officer(New), new CampaignCommand.SubmitSelfScores(New, SheetOf(New))).One<CampaignEvent.SelfScoresSubmitted>();
    }

    [Fact]
    public void a_signature_binds_the_successor_as_the_regulation_says()
    {
        var bound = Generous with { Pact = Sourced(PactPolicy.SuccessorBound) };
        var anew = Generous with { Pact = Sourced(PactPolicy.SignedAnew) };
        Campaign0 Signed(MembershipRules rules) => Year(Phase.PactOpen, rules).And(Who.Principal("tay-ninh"), Sign("tay-ninh"));
        Assert.Equal([New], Signers(Signed(bound).Merged(New, "tay-ninh")));
        Assert.Empty(Signers(Signed(Generous).Merged(New, "tay-ninh")));
        Assert.Empty(Signers(Signed(bound).Merged("ninh-thuan", "tay-ninh")));
        Assert.Contains(New, Signers(Year(Phase.Running).Merged(New, "binh-thuan")));
        Assert.DoesNotContain(New, Signers(Year(Phase.Running, anew).Merged(New, "binh-thuan")));
        Assert.Equal("tay-ninh", Assert.Single(StateOf(Signed(bound).Merged(New, "tay-ninh")).Departed).Signature!.School);
    }

    [Fact]
    public void a_pact_that_only_schools_which_are_no_more_have_not_signed_is_in_force()
    {
        var signed = Roll.Take(4).Aggregate(Year(Phase.PactOpen), (g, school) => g.And(Who.Principal(school), Sign(school)));
        var merged = signed.Merged("ninh-thuan", "dong-nai", "tay-ninh");
        Assert.Equal(Phase.Running, StateOf(merged).Phase);
        Assert.IsType<CampaignEvent.PactTookEffect>(merged.History[^1]);
    }

    [Fact]
    public void a_sheet_goes_to_the_successor_or_stays_on_record_unranked()
    {
        var inherited = Year(Phase.CrossInspection).Merged(New, "tay-ninh");
        Assert.Equal(SheetOf("tay-ninh"), StateOf(inherited).SheetOf(New)!.SelfScores);
        Assert.Null(StateOf(inherited).SheetOf("tay-ninh"));
        var unranked = Year(Phase.CrossInspection, Generous with { Scores = Sourced(ScorePolicy.PredecessorOut) }).Merged(New, "tay-ninh");
        Assert.Null(StateOf(unranked).SheetOf(New));
        Assert.Equal(SheetOf("tay-ninh"), Assert.Single(StateOf(unranked).Departed).Sheet!.SelfScores);
        Assert.DoesNotContain(StateOf(BroughtToItsEnd(unranked)).Ranking, row => row.School is "tay-ninh" or New);
        Assert.Contains(StateOf(BroughtToItsEnd(inherited)).Ranking, row => row.School == New);
    }

    [Fact]
    public void of_several_sheets_the_Academy_says_which_is_the_successors()
    {
        var merged = Year(Phase.CrossInspection).Merged(New, "tay-ninh", "dong-nai");
        var item = StateOf(merged).OpenItems.Single(i => i.Kind == OpenItemKind.Sheet);
        Assert.Equal((New, ["dong-nai", "tay-ninh"]), (item.School, item.Choices));
        var settle = new CampaignCommand.SettleItem(item.Number, "tay-ninh", Decision, "Trường lớn hơn");
        merged.When(Head, settle).Refused(RefusalCode.Forbidden);
        merged.When(Head, settle with { Item = 99 }).Refused(RefusalCode.Forbidden);
        merged.When(Who.Official, settle with { Item = 99 }).Refused(RefusalCode.ItemUnknown);
        merged.When(Who.Official, settle with { School = "binh-thuan" }).Refused(RefusalCode.CandidateUnknown);
        merged.When(Who.Official, settle with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        merged.When(Who.Official, settle with { Decision = new("", Decision.IssuedOn) }).Refused(RefusalCode.TextInvalid);
        var settled = merged.When(Who.Official, settle);
        Assert.Equal(SheetOf("tay-ninh"), StateOf(settled.Accepted()).SheetOf(New)!.SelfScores);
        Assert.Equal((OpenItemKind.Inspector, New), StateOf(settled.Accepted()).OpenItems.Where(i => i.School == New).Select(i => (i.Kind, i.School)).Single());
        Assert.IsType<InspectionCommand.Assign>(CanonicalJson.Read<InspectionCommand>(settled.Messages().Single(m => m.Target == "inspection:8:2020:new").Payload));
        var without = merged.And(Who.Official, settle with { School = null });
        Assert.Null(StateOf(without).SheetOf(New));
    }

    [Fact]
    public void a_successor_that_scores_itself_is_asked_for_no_predecessors_sheet()
    {
        var scored = new[] { "dong-nai", "tay-ninh" }.Aggregate(Year(Phase.SelfScoring), (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))));
        var merged = scored.Merged(New, "dong-nai", "tay-ninh");
        Assert.Single(StateOf(merged).OpenItems);
        Assert.Empty(StateOf(merged.And(Who.Officer(New), new CampaignCommand.SubmitSelfScores(New, SheetOf(New)))).OpenItems);
    }

    [Fact]
    public void inspections_pass_to_the_successor_unless_it_would_inspect_itself_or_twice()
    {
        var before = StateOf(Year(Phase.CrossInspection));
        var duties = before.Inspections.Where(p => p.Inspector == "tay-ninh").Select(p => p.Inspected).ToList();
        var taken = Year(Phase.CrossInspection).When(Cluster, Into(New, "tay-ninh"));
        var after = StateOf(taken.Accepted());
        Assert.Equal(duties, after.Inspections.Where(p => p.Inspector == New).Select(p => p.Inspected));
        Assert.Equal(before.Inspections.Count(p => p.Inspected == "tay-ninh"), after.Inspections.Count(p => p.Inspected == New));
        Assert.Empty(after.OpenItems);
        Assert.Equal(
            duties.Select(school => $"inspection:8:2020:{school}").Append("inspection:8:2020:new").Append("inspection:8:2020:tay-ninh").Order(StringComparer.Ordinal),
            taken.Messages().Select(m => m.Target).Where(t => t.StartsWith("inspection", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var within = StateOf(Year(Phase.CrossInspection).Merged(duties[0], "tay-ninh"));
        Assert.DoesNotContain(within.Inspections, p => p.Inspector == p.Inspected);
        Assert.Equal(within.Inspections.Count, within.Inspections.Distinct().Count());
        Assert.DoesNotContain(within.Inspections, p => p.Inspector == "tay-ninh" || p.Inspected == "tay-ninh");
    }

    [Fact]
    public void a_school_that_nobody_inspects_any_more_is_an_open_item()
    {
        var inspectors = StateOf(Year(Phase.CrossInspection)).Inspections.Where(p => p.Inspected == "tay-ninh").Select(p => p.Inspector).ToArray();
        var merged = Year(Phase.CrossInspection, Generous with { Inspections = Sourced(InspectionPolicy.Dropped) }).Merged("elsewhere", inspectors);
        var item = StateOf(merged).OpenItems.Single(i => i.School == "tay-ninh");
        Assert.DoesNotContain("tay-ninh", item.Choices);
        var settled = merged.When(Who.Official, new CampaignCommand.SettleItem(item.Number, item.Choices[0], Decision, "Phân công lại"));
        var told = CanonicalJson.Read<InspectionCommand>(settled.Messages().Single(m => m.Target == "inspection:8:2020:tay-ninh").Payload);
        Assert.Equal(new InspectionCommand.ChangeInspectors([item.Choices[0]], "Phân công lại"), told);
        Assert.DoesNotContain(StateOf(settled.Accepted()).OpenItems, i => i.Number == item.Number);
    }

    [Fact]
    public void a_successor_has_as_long_to_answer_findings_as_everybody()
    {
        var ruled = Ruled(Generous);
        var merged = At(Phase.CrossInspection, ruled with { Inspection = ruled.Inspection with { Answer = new(Sourced(5)) } }).When(Cluster, Into(New, "tay-ninh"));
        var assign = Assert.IsType<InspectionCommand.Assign>(CanonicalJson.Read<InspectionCommand>(merged.Messages().Single(m => m.Target == "inspection:8:2020:new").Payload));
        Assert.Equal(5, assign.Answer?.Rules.Days.Value);
    }

    [Fact]
    public void next_years_draw_is_told_who_inspects_since_a_merger()
    {
        var merged = Year(Phase.CrossInspection).When(Cluster, Into(New, "tay-ninh"));
        var noted = CanonicalJson.Read<ClusterCommand>(merged.Messages().Single(m => m.Target == "cluster:8").Payload);
        Assert.Equal(new ClusterCommand.NoteInspections(2020, StateOf(merged.Accepted()).Inspections), noted);
    }

    [Fact]
    public void a_successor_that_inherits_a_sheet_which_nobody_inspects_is_an_open_item()
    {
        var inspectors = StateOf(Year(Phase.CrossInspection)).Inspections.Where(p => p.Inspected == "tay-ninh").Select(p => p.Inspector).ToArray();
        var merged = Year(Phase.CrossInspection, Generous with { Inspections = Sourced(InspectionPolicy.Dropped) }).Merged("elsewhere", inspectors).Merged(New, "tay-ninh");
        var item = StateOf(merged).OpenItems.Single(i => i.School == New);
        merged.When(Who.Official, new CampaignCommand.SettleItem(item.Number, null, Decision, "Không cần")).Refused(RefusalCode.InspectorInvalid);
        Assert.Contains(new InspectionPair(item.Choices[0], New), StateOf(merged.And(Who.Official, new CampaignCommand.SettleItem(item.Number, item.Choices[0], Decision, "Phân công lại"))).Inspections);
    }

    [Fact]
    public void findings_that_a_return_has_voided_do_not_come_back_with_a_predecessors_sheet()
    {
        var verified = Year(Phase.CrossInspection).And(Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh")));
        var returned = verified.Merged(New, "tay-ninh", "dong-nai").And(Who.Official, new CampaignCommand.ReturnPhase(Phase.CrossInspection, "Rút thăm lại"));
        var item = StateOf(returned).OpenItems.Single(i => i.Kind == OpenItemKind.Sheet);
        Assert.Empty(StateOf(returned.And(Who.Official, new CampaignCommand.SettleItem(item.Number, "tay-ninh", Decision, "Trường lớn hơn"))).SheetOf(New)!.Verified);
    }

    [Fact]
    public void scores_are_corrected_of_those_who_were_ranked_and_of_nobody_else()
    {
        var merged = Year(Phase.Ranked).Merged(New, "tay-ninh");
        var correct = new CampaignCommand.CorrectScores("tay-ninh", SheetOf("tay-ninh"), Decision, "Sai điểm");
        Assert.Equal(2, StateOf(merged.And(Who.Official, correct)).RankingVersion);
        merged.When(Who.Official, correct with { School = New }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void withunrankedpolicies_the_Academy_decides_each_inspection()
    {
        var merged = At(Phase.CrossInspection).Merged("elsewhere", "tay-ninh");
        var duties = StateOf(At(Phase.CrossInspection)).Inspections.Where(p => p.Inspector == "tay-ninh").Select(p => p.Inspected);
        Assert.Equal(duties.Order(StringComparer.Ordinal), StateOf(merged).OpenItems.Select(i => i.School).Order(StringComparer.Ordinal));
        Assert.Empty(StateOf(merged.And(Who.Official, new CampaignCommand.ReturnPhase(Phase.CrossInspection, "Rút thăm lại"))).OpenItems);
    }

    [Fact]
    public void inspectors_are_changed_by_the_campaign_alone_and_what_was_found_stays()
    {
        var key = new InspectionKey("8", 2020, "tay-ninh");
        var change = new InspectionCommand.ChangeInspectors(["dong-nai"], "Sáp nhập");
        var assigned = Given.Nothing(InspectionDecider.Aggregate, key)
            .And(Who.Grain(Key), new InspectionCommand.Assign(["binh-thuan"], Scores, SheetOf("tay-ninh"), null))
            .And(Who.Officer("binh-thuan"), new InspectionCommand.RecordFindings(Moment.Day("2020-11-01"), SheetOf("tay-ninh").Select(s => new Finding(s.Criterion, s.Points)).ToEquatableList()));
        assigned.When(Who.Official, change).Refused(RefusalCode.Forbidden);
        var changed = assigned.When(Who.Grain(Key), change).Events(new InspectionEvent.InspectorsChanged(["dong-nai"], "Sáp nhập"));
        var state = Assert.IsType<InspectionState.Assigned>(changed.State);
        Assert.Equal((InspectionStage.Found, ["dong-nai"]), (state.Stage, state.Inspectors));
    }

    [Fact]
    public void a_shorter_roll_draws_fewer_inspectors_where_the_regulation_lets_it()
    {
        var four = Year(Phase.SelfScoring).Merged("elsewhere", [.. Roll.Skip(4)]);
        Assert.Equal(4, StateOf(BroughtToItsEnd(four)).Inspections.Count);
        var submitted = Roll.Take(4).Aggregate(
            Year(Phase.SelfScoring, Generous with { FewerInspectors = Sourced(false) }).Merged("elsewhere", [.. Roll.Skip(4)]),
            (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))));
        submitted.When(Head, new CampaignCommand.OpenCrossInspection([Relaxation.Repeat])).Refused(RefusalCode.InspectionImpossible);
    }

    [Fact]
    public void a_cluster_that_mergers_of_years_before_have_left_threedraws_fewer_inspectors_as_well()
    {
        var three = StateOf(Year(Phase.SelfScoring)) with { Roll = ["ninh-thuan", "binh-thuan", "tay-ninh"] };
        Assert.Equal((0, 1), (three.Departed.Count, MembershipPolicies.InspectorsOf(three)));
        Assert.Equal(2, MembershipPolicies.InspectorsOf(three with { Regulation = Ruled(Generous with { FewerInspectors = Sourced(false) }) }));
    }

    [Fact]
    public void a_merger_between_ballot_and_count_leaves_the_vote_with_the_roll_it_was_opened_with()
    {
        var open = Year(Phase.Ranked).And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee));
        var merged = open.Merged("ninh-thuan", "dong-nai", "binh-duong");
        var counted = merged
            .And(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan", 5)))
            .And(Who.Officer("tay-ninh"), new CampaignCommand.ConfirmCount(1, 1))
            .And(Who.Officer("binh-phuoc"), new CampaignCommand.ConfirmCount(1, 1));
        Assert.Equal((7, ["ninh-thuan"]), (StateOf(counted).Votes[0].Outcome!.BaseCount, StateOf(counted).Votes[0].Outcome!.Chosen));
        Assert.Equal(5, StateOf(counted.And(Head, new CampaignCommand.OpenVote(Award.Certificate, ["tay-ninh", "binh-phuoc", "binh-thuan"]))).Votes[1].Roll.Count);
        counted.When(Head, new CampaignCommand.OpenVote(Award.Certificate, Committee)).Refused(RefusalCode.SchoolMerged);
    }

    [Fact]
    public void in_an_open_vote_those_on_its_roll_vote_and_a_successor_that_came_later_does_not()
    {
        var votes = Ruled(Generous) with { Votes = [Vote(Award.Flag, VoteMethod.Open)] };
        var merged = At(Phase.Ranked, votes).And(Head, new CampaignCommand.OpenVote(Award.Flag, [])).Merged(New, "dong-nai");
        merged.When(Who.Principal("dong-nai"), new CampaignCommand.VoteOpenly(1, "dong-nai", ["ninh-thuan"])).One<CampaignEvent.VotedOpenly>();
        merged.When(Who.Principal(New), new CampaignCommand.VoteOpenly(1, New, ["ninh-thuan"])).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void what_is_published_stays_as_it_is()
    {
        var ranked = StateOf(Year(Phase.Ranked).Merged(New, "binh-thuan"));
        Assert.Equal(StateOf(Year(Phase.Ranked)).Ranking, ranked.Ranking);
        Assert.Equal(StateOf(Year(Phase.Ranked)).Sheets, ranked.Sheets);
        var nominated = StateOf(Year(Phase.Nominated).Merged(New, "binh-thuan"));
        Assert.Equal(["ninh-thuan", "binh-thuan"], nominated.Nominations.Select(n => n.School));
        Assert.Equal(5, StateOf(Year(Phase.Running).Merged("ninh-thuan", "binh-thuan")).Pact.Signatures.Count);
    }

    [Fact]
    public void minutes_name_the_schools_that_there_were_on_the_day()
    {
        var (before, after) = (MergerStory.Decision.IssuedOn.AddDays(-1), MergerStory.Decision.IssuedOn);
        var running = At(Phase.Running).Merged(MergerStory.New, "tay-ninh");
        running.When(Head, Review with { Host = "tay-ninh", HeldOn = after }).Refused(RefusalCode.SchoolMerged);
        running.When(Head, Review with { Host = "tay-ninh", HeldOn = before }).One<CampaignEvent.MidYearReviewed>();

        var correct = new CampaignCommand.CorrectConference(after, "tay-ninh", ["tay-ninh", "dong-nai"], Appraisal, "Ghi nhầm nơi tổ chức");
        var attended = At(Phase.Nominated).Merged(MergerStory.New, "tay-ninh");
        attended.When(Who.Official, correct).One<CampaignEvent.ConferenceCorrected>();
        var absent = At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5))
            .And(Head, Conference with { Host = "ninh-thuan", Attending = ["ninh-thuan", "dong-nai"] }).Merged(MergerStory.New, "tay-ninh");
        absent.When(Who.Official, correct).Refused(RefusalCode.SchoolMerged);
        absent.When(Who.Official, correct with { HeldOn = before }).One<CampaignEvent.ConferenceCorrected>();
    }

    [Fact]
    public void officers_whom_the_Academy_recognises_instead_are_of_the_members_there_are_now()
    {
        var given = At(Phase.OfficersProposed);
        given.When(Who.Official, new CampaignCommand.NoteMembers(Roll)).Refused(RefusalCode.Forbidden);
        var moved = given.And(Cluster, new CampaignCommand.NoteMembers([.. Roll.Where(school => school != "dong-nai"), "long-an"]));
        CampaignCommand.RecogniseOfficers Instead(string head) => new(Recognition, new(2021, head, []), "Cụm chưa thống nhất");
        given.When(Who.Official, Instead("long-an")).Refused(RefusalCode.NotAMember);
        moved.When(Who.Official, Instead("long-an")).One<CampaignEvent.OfficersRecognised>();
        moved.When(Who.Official, Instead("dong-nai")).Refused(RefusalCode.NotAMember);
        Assert.Equal(StateOf(given).Roll, StateOf(moved).Roll);
    }

    [Fact]
    public void next_years_officers_are_those_that_the_cluster_has_now()
    {
        Officers next = new(2021, "binh-duong", ["binh-phuoc"]);
        var merged = Year(Phase.OfficersProposed).And(Cluster, Into(New, "binh-thuan") with { Next = next });
        Assert.Equal(next, StateOf(merged.And(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition))).Proposed);
    }

    [Fact]
    public void officers_whom_the_academy_has_recognised_in_the_place_of_others_stay_until_the_cluster_has_heard_of_them()
    {
        var (others, moved) = (new Officers(2021, "dong-nai", ["binh-phuoc"]), new Officers(2021, "binh-duong", ["binh-phuoc"]));
        var merger = Into(New, "binh-thuan") with { Next = moved };
        var instead = Year(Phase.OfficersProposed).And(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition, others, "Theo đề nghị của tỉnh"));
        Assert.Equal(others, StateOf(instead.And(Cluster, merger)).Proposed);
        Assert.Equal(others, StateOf(instead.And(Cluster, merger with { Recognition = Appraisal })).Proposed);
        Assert.Equal(moved, StateOf(instead.And(Cluster, merger with { Recognition = Recognition })).Proposed);
        Assert.Equal(moved, StateOf(Year(Phase.OfficersRecognised).And(Cluster, merger)).Proposed);
        var early = Year(Phase.Nominated).And(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition, others, "Bầu chưa xong"));
        Assert.Equal(others, StateOf(early.And(Cluster, merger)).Proposed);
    }

    [Fact]
    public void a_successor_reports_figures_and_those_of_the_merged_are_frozen_with_the_year()
    {
        var rules = Ruled(Generous) with { Statistics = SampleStatistics.Rules };
        var merged = At(Phase.HandedOver, rules).When(Cluster, Into(New, "tay-ninh"));
        Assert.Equal(new StatisticsCommand.ExpectReports(SampleStatistics.Rules), CanonicalJson.Read<StatisticsCommand>(Assert.Single(merged.Messages()).Payload));
        var frozen = merged.Accepted().When(Who.Official, new CampaignCommand.CloseYear()).Messages().Select(m => m.Target);
        Assert.Equal(Roll.Append(New).Select(school => $"statistics:{school}:2020").Order(StringComparer.Ordinal), frozen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void whenever_schools_are_merged_the_year_can_be_brought_to_its_end_and_nobody_counts_twice() => Property.Holds(
        from phases in Gen.ArrayOf(Gen.Choose(0, (int)Phase.HandedOver), 2)
        from choices in Gen.ArrayOf(Gen.Choose(0, 9_999), 6)
        select (Phases: phases, Choices: choices),
        sample =>
        {
            var rules = Policies(sample.Choices[0]);
            var given = Year((Phase)sample.Phases.Min(), rules);
            given = Choose(given, sample.Choices[1], "first");
            if (StateOf(given).Phase < Phase.Ranked && sample.Choices[2] % 2 == 0)
                given = Choose(given, sample.Choices[3], "second");
            var closed = BroughtToItsEnd(given);
            foreach (var events in Enumerable.Range(1, closed.History.Count))
            {
                if ((closed with { History = closed.History.Take(events).ToEquatableList() }).State is not CampaignState.Opened c)
                    continue;
                Assert.Equal(c.Roll.Count, c.Roll.Distinct().Count());
                Assert.DoesNotContain(c.Departed, d => c.Roll.Contains(d.School));
                Assert.All(c.Votes, v => Assert.Equal(v.Roll.Count, v.Roll.Distinct().Count()));
                Assert.All(c.Votes.Where(v => v.Outcome is not null), v => Assert.Equal(v.Roll.Count, v.Outcome!.BaseCount));
                Assert.DoesNotContain(c.Inspections, p => p.Inspector == p.Inspected);
            }
        },
        tests: 80);

    // Never the head, whose people lead the year here: who follows it is the cluster's to say, and tested there.
    private static Campaign0 Choose(Campaign0 given, int choice, string founded)
    {
        var schools = StateOf(given).Roll.Where(s => s != "ninh-thuan").ToList();
        var leaving = Enumerable.Range(0, 1 + (choice % 2)).Select(i => schools[(choice + i) % schools.Count]).Distinct().ToArray();
        return (choice / 10 % 3) switch
        {
            0 => given.Merged(founded, leaving),
            1 => given.Merged("elsewhere", leaving),
            _ => given.Merged("ninh-thuan", leaving),
        };
    }

    private static MembershipRules Policies(int choice) => new(
        Sourced((PactPolicy)(choice % 3)),
        Sourced((ScorePolicy)(choice / 3 % 2)),
        Sourced((InspectionPolicy)(choice / 6 % 3)),
        Sourced(true),
        Sourced((VotePolicy)(choice / 18 % 2)),
        Sourced(PostPolicy.DeputyActs));
}
