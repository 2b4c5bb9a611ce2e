using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Nothing is edited: before publication the author enters anew, after it the Academy corrects by a decision, each with a reason.</summary>
public sealed class CorrectionTests
{
    private static readonly CampaignCommand.CorrectScores Correct = new("tay-ninh", SampleRegulation.Sheet(10), Appraisal, "Bỏ sót một đề tài");

    private static readonly CampaignCommand.AnnulVote Annul = new(1, Appraisal, "Phiếu in thiếu một tên");

    private static Campaign0 Voted => At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan"));

    [Fact]
    public void the_author_of_a_pact_proposes_it_anew_with_a_reason_and_nobody_signs_the_draft_before()
    {
        var again = Proposal with { Targets = [.. Proposal.Targets, new(4, "Một chuyến về nguồn")] };
        At(Phase.PactOpen).When(Head, again).Refused(RefusalCode.ReasonRequired);
        var anew = At(Phase.PactOpen).And(Head, again with { Reason = "Bổ sung chỉ tiêu" });
        Assert.Equal(2, StateOf(anew).Pact.Draft);
        anew.When(Who.Principal("tay-ninh"), Sign("tay-ninh")).Refused(RefusalCode.PactChanged);
        anew.When(Who.Principal("tay-ninh"), Sign("tay-ninh") with { Draft = 2 }).One<CampaignEvent.PactSigned>();
    }

    [Fact]
    public void a_mid_year_review_is_recorded_anew_with_a_reason_until_self_scoring_opens()
    {
        At(Phase.MidYearReviewed).When(Head, Review).Refused(RefusalCode.ReasonRequired);
        var corrected = At(Phase.MidYearReviewed).And(Head, Review with { HeldOn = Moment.Day("2020-06-25"), Reason = "Ghi nhầm ngày" });
        Assert.Equal(Phase.MidYearReviewed, StateOf(corrected).Phase);
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void reasons_are_proper_texts(string flaw)
    {
        var (text, code) = Texts.Bad[flaw];
        At(Phase.PactOpen).When(Head, Proposal with { Reason = text }).Refused(code);
        At(Phase.Ranked).When(Who.Official, Correct with { Reason = text }).Refused(code);
        Voted.When(Who.Official, Annul with { Reason = text }).Refused(code);
        At(Phase.SelfScoring).When(Who.Official, new CampaignCommand.DeclareConflict("tay-ninh", "dong-nai", text)).Refused(code);
    }

    [Fact]
    public void published_scores_are_corrected_by_the_academy_and_the_ranking_gets_a_new_version()
    {
        var before = StateOf(At(Phase.Ranked));
        Assert.Equal((1, 2), (before.RankingVersion, before.Ranking.Single(r => r.School == "binh-thuan").Rank));
        var corrected = At(Phase.Ranked).When(Who.Official, Correct).One<CampaignEvent.ScoresCorrected>();
        Assert.Equal(Ranking.Of(SampleRegulation.Scores, before.Sheets.Select(s => (s.School, (IReadOnlyList<Score>)(s.School == "tay-ninh" ? Correct.Scores : s.Verified)))), corrected.Ranking);

        var after = StateOf(At(Phase.Ranked).And(Who.Official, Correct));
        Assert.Equal((2, "tay-ninh"), (after.RankingVersion, after.Ranking[0].School));
        Assert.Equal(before.SheetOf("tay-ninh")!.SelfScores, after.SheetOf("tay-ninh")!.SelfScores);
    }

    [Fact]
    public void a_correction_is_the_academys_and_a_whole_sheet()
    {
        foreach (var other in new[] { Head, Who.Principal("tay-ninh"), Cluster })
        {
            At(Phase.Ranked).When(other, Correct).Refused(RefusalCode.Forbidden);
            Voted.When(other, Annul).Refused(RefusalCode.Forbidden);
        }

        At(Phase.Ranked).When(Who.Official, Correct with { Scores = [] }).Refused(RefusalCode.CriterionMissing);
        At(Phase.Ranked).When(Who.Official, Correct with { School = "can-tho" }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void what_was_nominated_stays_nominated_when_scores_are_corrected() =>
        Assert.Equal(StateOf(At(Phase.Nominated)).Nominations, StateOf(At(Phase.Nominated).And(Who.Official, Correct)).Nominations);

    [Fact]
    public void the_record_of_the_conference_is_corrected_by_the_academy_and_nominations_stay()
    {
        var correct = new CampaignCommand.CorrectConference(Moment.Day("2020-11-11"), "tay-ninh", ["tay-ninh"], Appraisal, "Ghi nhầm nơi tổ chức");
        var given = At(Phase.Nominated);
        given.When(Head, correct).Refused(RefusalCode.Forbidden);
        given.When(Who.Official, correct with { Host = "can-tho" }).Refused(RefusalCode.NotAMember);
        given.When(Who.Official, correct with { Attending = [] }).Refused(RefusalCode.MembersInvalid);
        given.When(Who.Official, correct with { HeldOn = Moment.Day("2200-01-01") }).Refused(RefusalCode.DateInvalid);
        var after = StateOf(given.And(Who.Official, correct));
        Assert.Equal(new(correct.HeldOn, "tay-ninh", ["tay-ninh"]), after.Conference);
        Assert.Equal((StateOf(given).Nominations, Phase.Nominated), (after.Nominations, after.Phase));
    }

    [Fact]
    public void an_annulled_vote_is_held_again_under_another_number_and_every_later_one_too()
    {
        var both = Voted.Voted(2, Award.Certificate, Count("binh-thuan", 5)).And(Who.Official, Annul);
        Assert.All(StateOf(both).Votes, v => Assert.True(v.Annulled));
        both.When(Head, Conference).Refused(RefusalCode.VotesMissing);
        both.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan"), "Đếm lại")).Refused(RefusalCode.VoteNotOpen);
        both.When(Who.Official, Annul).Refused(RefusalCode.VoteNotOpen);

        var again = both.Voted(3, Award.Flag, Count("binh-thuan")).Voted(4, Award.Certificate, Count("ninh-thuan", 5)).And(Head, Conference);
        Assert.Equal([(Award.Flag, "binh-thuan"), (Award.Certificate, "ninh-thuan")], StateOf(again).Nominations.Select(n => (n.Award, n.School)));
    }

    [Fact]
    public void a_vote_whose_count_comes_to_no_end_is_annulled_too_and_none_after_the_conference()
    {
        At(Phase.Ranked).When(Who.Official, Annul).Refused(RefusalCode.VoteUnknown);
        var disputed = At(Phase.Ranked).And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).And(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan")));
        disputed.And(Who.Official, Annul).When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).One<CampaignEvent.VoteOpened>();
        At(Phase.Nominated).When(Who.Official, Annul).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void a_conflict_is_declared_once_between_two_members_by_one_of_them_or_the_head()
    {
        var command = new CampaignCommand.DeclareConflict("tay-ninh", "dong-nai", "Hai hiệu trưởng là vợ chồng");
        foreach (var actor in new[] { Who.Officer("tay-ninh"), Who.Principal("tay-ninh"), Who.Official })
            At(Phase.SelfScoring).When(actor, command).Events(new CampaignEvent.ConflictDeclared("tay-ninh", "dong-nai", command.Reason));
        foreach (var other in new[] { Who.Principal("dong-nai"), Who.Visitor("tay-ninh"), Head })
            At(Phase.SelfScoring).When(other, command).Refused(RefusalCode.Forbidden);
        var declared = At(Phase.SelfScoring).And(Who.Official, command);
        declared.When(Who.Official, command).Refused(RefusalCode.AlreadyExists);
        declared.When(Who.Official, command with { School = "dong-nai", With = "tay-ninh" }).Refused(RefusalCode.AlreadyExists);
        declared.When(Who.Official, command with { With = "tay-ninh" }).Refused(RefusalCode.ConflictInvalid);
        declared.When(Who.Official, command with { With = "can-tho" }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void a_declared_conflict_is_withdrawn_by_who_could_declare_it()
    {
        var withdraw = new CampaignCommand.WithdrawConflict("tay-ninh", "dong-nai", "Hiệu trưởng đã thay đổi");
        var declared = At(Phase.SelfScoring).And(Who.Principal("tay-ninh"), new CampaignCommand.DeclareConflict("tay-ninh", "dong-nai", "Hai hiệu trưởng là vợ chồng"));
        foreach (var other in new[] { Head, Who.Principal("dong-nai"), Cluster })
            declared.When(other, withdraw).Refused(RefusalCode.Forbidden);
        declared.When(Who.Official, withdraw with { With = "binh-duong" }).Refused(RefusalCode.ConflictInvalid);
        Assert.Empty(StateOf(declared.And(Who.Official, withdraw)).Conflicts);
        Assert.Empty(StateOf(declared.And(Who.Principal("tay-ninh"), withdraw)).Conflicts);
    }

    [Fact]
    public void after_a_draw_that_has_failed_a_conflict_is_withdrawn_and_none_is_declared()
    {
        var declare = new CampaignCommand.DeclareConflict("tay-ninh", "dong-nai", "Hai hiệu trưởng là vợ chồng");
        var withdraw = new CampaignCommand.WithdrawConflict("tay-ninh", "dong-nai", "Hiệu trưởng đã thay đổi");
        var awaited = At(Phase.Drawing).With(new CampaignEvent.ConflictDeclared("tay-ninh", "dong-nai", "Hai hiệu trưởng là vợ chồng"));
        awaited.When(Who.Official, withdraw).Refused(RefusalCode.WrongPhase);
        var failed = awaited.With(new CampaignEvent.DrawFailed("No draw was found within 1 steps.", new('b', 64)));
        failed.When(Who.Principal("dong-nai"), withdraw).Refused(RefusalCode.Forbidden);
        failed.When(Who.Official, declare with { School = "binh-duong" }).Refused(RefusalCode.WrongPhase);
        var withdrawn = failed.And(Who.Principal("tay-ninh"), withdraw);
        Assert.Empty(StateOf(withdrawn).Conflicts);
        withdrawn.When(Head, new CampaignCommand.OpenCrossInspection()).Events(new CampaignEvent.SheetsClosed(2, []))
            .When(Who.Official, withdraw).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void while_a_lot_is_awaited_no_score_is_corrected()
    {
        var rules = SampleRegulation.Vote(Award.Flag) with { TieChain = SampleRegulation.Sourced<EquatableList<TieBreak>>([TieBreak.Score, TieBreak.Lot]), Threshold = SampleRegulation.Sourced(new Fraction(1, 3)) };
        var asked = At(Phase.Ranked, SampleRegulation.Of(2020) with { Votes = [rules] }).Voted(1, Award.Flag, new(7, 7, 7, 0, [new("tay-ninh", 3), new("dong-nai", 3)]));
        asked.When(Who.Official, Correct).Refused(RefusalCode.LotAwaited);
        asked.And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 vote 1", Drawn)).When(Who.Official, Correct).One<CampaignEvent.ScoresCorrected>();
    }

    [Fact]
    public void a_lot_is_asked_for_when_equals_stand_at_the_last_place_and_decides_by_its_seed()
    {
        var rules = SampleRegulation.Vote(Award.Flag) with { TieChain = SampleRegulation.Sourced<EquatableList<TieBreak>>([TieBreak.Lot]) };
        var regulation = SampleRegulation.Of(2020) with { Votes = [rules with { Quota = SampleRegulation.Sourced(1), Threshold = SampleRegulation.Sourced(new Fraction(1, 3)) }] };
        var counted = At(Phase.Ranked, regulation).Voted(1, Award.Flag, new(7, 7, 7, 0, [new("ninh-thuan", 3), new("binh-thuan", 3)]));
        Assert.Null(StateOf(counted).VoteOf(1)!.Outcome);
        counted.When(Head, Conference).Refused(RefusalCode.VotesMissing);
        counted.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("binh-thuan"), "Đếm lại")).Refused(RefusalCode.VoteNotOpen);

        var drawn = counted.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 vote 1", Drawn)).One<CampaignEvent.VoteDecided>().Outcome;
        Assert.Equal(Draw.Shuffle(["ninh-thuan", "binh-thuan"], SeedBytes.For("campaign:8:2020 vote 1", Drawn), "vote Flag")[0], Assert.Single(drawn.Chosen));
        counted.And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 vote 1", Drawn)).When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 vote 1", Drawn)).Refused(RefusalCode.SeedNotAsked);
    }
}
