using System.Text;
using ClusterActors.Academy;
using ClusterActors.Councils;
using static ClusterActors.Tests.Councils.CouncilStory;
using Council0 = ClusterActors.Tests.Given<ClusterActors.Councils.CouncilState, ClusterActors.Councils.CouncilCommand, ClusterActors.Councils.CouncilEvent>;

namespace ClusterActors.Tests.Councils;

public sealed class CouncilDeciderTests
{
    private static CouncilOutcome Outcome(Council0 given, CouncilCommand.RecordVote vote) =>
        given.When(Who.Official, vote).One<CouncilEvent.CouncilVoted>().Advice.Outcome;

    [Fact]
    public void the_first_nominations_form_the_council_of_their_year_and_only_a_campaign_brings_them()
    {
        Nothing.When(Campaign(), Nominated()).Events(
            new CouncilEvent.CouncilFormed(2020, Rules), new CouncilEvent.NominationsReceived("8", Nominated().Nominations));
        Received.When(Campaign("9"), Nominated("9")).One<CouncilEvent.NominationsReceived>();
        foreach (var actor in new[] { Who.Official, Campaign("9"), Who.Grain(new CampaignKey("8", 2021)) })
            Nothing.When(actor, Nominated()).Refused(RefusalCode.Forbidden);
        Nothing.When(Who.Official, Session()).Refused(RefusalCode.NotFound);
    }

    [Fact]
    public void a_corrected_score_comes_to_the_same_case()
    {
        var corrected = StateOf(Sitting.And(Campaign(), Nominated(score: 79.5m)));
        var one = Assert.Single(corrected.Cases, x => x.Award == Award.Flag);
        Assert.Equal((79.5m, 92.5m), (one.Score, one.Appraisal!.Score));
        Assert.False(Outcome(Sitting.And(Campaign(), Nominated(score: 79.5m)), Vote()).ScoreReached);
    }

    [Fact]
    public void only_the_academy_works_in_its_council()
    {
        foreach (var command in new CouncilCommand[] { Dossier(), Appraisal(), Session(), Vote(), new CouncilCommand.ProposeToGovernment(School, Decision) })
        {
            foreach (var actor in new[] { Who.Principal(School), Who.Auditor, Campaign() })
                Sitting.When(actor, command).Refused(RefusalCode.Forbidden);
        }

        Sitting.When(Who.Official, new CouncilCommand.NoteDecision("8", Award.Flag, School, CouncilStanding.Granted, Decision)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_dossier_names_each_document_once()
    {
        Received.When(Who.Official, Dossier()).Events(new CouncilEvent.DossierRecorded("8", Award.Flag, School, Papers));
        Received.When(Who.Official, Dossier([.. Papers, Papers[0]])).Refused(RefusalCode.DossierInvalid);
        Received.When(Who.Official, Dossier([Papers[0] with { Code = "The report" }])).Refused(RefusalCode.CodeInvalid);
        Received.When(Who.Official, Dossier([Papers[0] with { Place = " " }])).Refused(RefusalCode.TextInvalid);
        Received.When(Who.Official, Dossier() with { School = "tay-ninh" }).Refused(RefusalCode.NominationUnknown);
    }

    [Fact]
    public void only_a_complete_dossier_is_appraised_in_favour()
    {
        var half = Received.And(Who.Official, Dossier([Papers[0]]));
        half.When(Who.Official, Appraisal()).Refused(RefusalCode.DossierIncomplete);
        half.When(Who.Official, Appraisal(inFavour: false)).Events(new CouncilEvent.Appraised("8", Award.Flag, School, new(false, "Vượt các chỉ tiêu", 92.5m)));
        half.And(Who.Official, Dossier()).When(Who.Official, Appraisal()).One<CouncilEvent.Appraised>();
        half.When(Who.Official, Appraisal(inFavour: false) with { Finding = "" }).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void what_was_appraised_in_favour_is_appraised_anew_once_a_document_is_missing_again()
    {
        var appraised = Received.And(Who.Official, Dossier()).And(Who.Official, Appraisal());
        Assert.NotNull(OpinionIn(appraised.And(Who.Official, Dossier())));
        Assert.Null(OpinionIn(appraised.And(Who.Official, Dossier([Papers[0]]))));
        Assert.NotNull(OpinionIn(Received.And(Who.Official, Appraisal(inFavour: false)).And(Who.Official, Dossier([Papers[0]]))));

        CouncilAppraisal? OpinionIn(Council0 given) => StateOf(given).CaseOf("8", Award.Flag, School)!.Appraisal;
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(0, true)]
    [InlineData(9, false)]
    [InlineData(-1, false)]
    public void no_more_take_part_than_there_are_members(int tookPart, bool chair) =>
        Appraised.When(Who.Official, Session(tookPart, chair)).Refused(RefusalCode.CountsDoNotAddUp);

    [Fact]
    public void members_are_asked_in_writing_only_where_the_regulation_allows_it()
    {
        Assert.True(Appraised.When(Who.Official, Session(written: true)).One<CouncilEvent.SessionHeld>().Session.Written);
        var meeting = Nothing.And(Campaign(), Nominated(rules: Rules with { Written = new(false, "sample") }));
        meeting.When(Who.Official, Session(written: true)).Refused(RefusalCode.WrittenNotAllowed);
        meeting.When(Who.Official, Session() with { HeldOn = Moment.Day("2021-03-02") }).Refused(RefusalCode.DateInvalid);
    }

    [Fact]
    public void a_nomination_is_voted_on_when_it_has_been_appraised_and_in_a_session_that_was_held()
    {
        Received.And(Who.Official, Session()).When(Who.Official, Vote()).Refused(RefusalCode.AppraisalMissing);
        Sitting.When(Who.Official, Vote(session: 2)).Refused(RefusalCode.SessionUnknown);
        Sitting.When(Who.Official, Vote() with { Cluster = "9" }).Refused(RefusalCode.NominationUnknown);
    }

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(5, 5, true)]
    [InlineData(-1, 0, null)]
    [InlineData(0, 3, true)]
    [InlineData(3, 0, false)]
    [InlineData(9, 0, null)]
    [InlineData(int.MaxValue, int.MaxValue, true)]
    public void impossible_counts_are_refused(int inFavour, int against, bool? chair) =>
        Sitting.When(Who.Official, Vote(inFavour, against, chair)).Refused(RefusalCode.CountsDoNotAddUp);

    [Fact]
    public void the_chair_votes_in_a_session_that_the_chair_took_part_in()
    {
        var without = Appraised.And(Who.Official, Session(8, chair: false));
        without.When(Who.Official, Vote(8)).Refused(RefusalCode.CountsDoNotAddUp);
        Assert.False(Outcome(without, Vote(8, 0, null)).Chair);
    }

    [Theory]
    [InlineData(9, true, true)]
    [InlineData(8, true, false)]
    [InlineData(8, null, false)]
    [InlineData(8, false, false)]
    public void nine_in_ten_of_nine_members_are_nine_with_the_chair(int inFavour, bool? chair, bool recommended) =>
        Assert.Equal(recommended, Outcome(Sitting, Vote(inFavour, chair == false ? 1 : 0, chair)).Recommended);

    [Fact]
    public void more_than_half_is_not_half()
    {
        var certificate = new CouncilCommand.RecordVote(1, "8", Award.Certificate, "binh-thuan", new(4, 4, null));
        var eight = Received
            .And(Who.Official, new CouncilCommand.RecordDossier("8", Award.Certificate, "binh-thuan", Papers))
            .And(Who.Official, new CouncilCommand.Appraise("8", Award.Certificate, "binh-thuan", true, "Tốt"))
            .And(Who.Official, Session(8, chair: false));
        Assert.Equal(new(true, 8, false, true, 88, true, false), Outcome(eight, certificate));
        Assert.Equal(new(true, 8, true, true, 88, true, true), Outcome(eight, certificate with { Count = new(5, 3, null) }));
    }

    [Fact]
    public void without_a_quorum_nothing_is_recommended()
    {
        var five = Appraised.And(Who.Official, Session(5));
        Assert.Equal(new(false, 9, false, true, 92.5m, true, false), Outcome(five, Vote(5)));
    }

    [Fact]
    public void a_vote_is_recorded_anew_with_a_reason_until_the_nomination_is_decided_on()
    {
        var voted = Sitting.And(Who.Official, Vote(8, 1));
        voted.When(Who.Official, Vote()).Refused(RefusalCode.ReasonRequired);
        var again = voted.And(Who.Official, Vote(reason: "Đếm lại"));
        Assert.True(StateOf(again).CaseOf("8", Award.Flag, School)!.Advice!.Outcome.Recommended);
        var decided = again.And(Campaign(), new CouncilCommand.NoteDecision("8", Award.Flag, School, CouncilStanding.Granted, Decision));
        foreach (var command in new CouncilCommand[] { Dossier(), Appraisal(), Vote(reason: "Đếm lại") })
            decided.When(Who.Official, command).Refused(RefusalCode.NominationDecided);
    }

    [Fact]
    public void the_year_is_told_what_the_council_says()
    {
        var message = Assert.Single(Sitting.When(Who.Official, Vote()).Messages());
        Assert.Equal(
            ("campaign:8:2020", """{"type":"note-council","award":"flag","school":"ninh-thuan","advice":{"session":1,"heldOn":"2020-12-15","count":{"inFavour":9,"against":0,"chair":true},"outcome":{"quorum":true,"base":9,"threshold":true,"chair":true,"score":92.5,"scoreReached":true,"recommended":true}}}"""),
            (message.Target, Encoding.UTF8.GetString(message.Payload)));
    }
}
