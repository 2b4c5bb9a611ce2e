using System.Text;
using ClusterActors.Academy;
using ClusterActors.Documents;
using Document0 = ClusterActors.Tests.Given<ClusterActors.Documents.DocumentState, ClusterActors.Documents.DocumentCommand, ClusterActors.Documents.DocumentEvent>;

namespace ClusterActors.Tests.Documents;

public sealed class DocumentDeciderTests
{
    private const string Head = "ninh-thuan";

    private static readonly DocumentKey Key = new("8", 2020, "plan");
    private static readonly EquatableList<string> Roll = [Head, "binh-thuan", "tay-ninh"];
    private static readonly DocumentRules Rules = new("plan", "Kế hoạch", "Plan", new(new(2, 3), "sample"), "sample");
    private static readonly Actor Campaign = Who.Grain(new CampaignKey("8", 2020));
    private static readonly DocumentCommand Draft = new DocumentCommand.ProposeDraft("Kế hoạch năm 2020", "Ba hội thảo");
    private static readonly DocumentCommand Another = new DocumentCommand.ProposeDraft("Kế hoạch năm 2020", "Hai hội thảo", new string('a', 64), "Ít kinh phí");
    private static readonly DateTimeOffset May = Moment.Noon("2020-05-04");

    private static Document0 Nothing => Given.Nothing(DocumentDecider.Aggregate, Key);

    private static Document0 Expected => Nothing.And(Campaign, new DocumentCommand.ExpectDocument(Rules, Head, Roll));

    private static Document0 Drafted => Expected.And(Who.Officer(Head), Draft);

    private static Document0 Adopted => Drafted.And(Who.Principal(Head), Consent(Head)).And(Who.Principal("tay-ninh"), Consent("tay-ninh"), May);

    private static DocumentCommand Consent(string school, int draft = 1, string? comment = null) => new DocumentCommand.AnswerDraft(school, draft, Consents: true, comment);

    private static DocumentCommand Objection(string? comment = "Cần thêm hội thảo") => new DocumentCommand.AnswerDraft("tay-ninh", 1, Consents: false, comment);

    private static DocumentState.Expected StateOf(Document0 given) => Assert.IsType<DocumentState.Expected>(given.State);

    [Fact]
    public void the_campaign_of_its_year_and_nobody_else_says_by_what_rules_and_by_whom_a_document_is_adopted()
    {
        var expect = new DocumentCommand.ExpectDocument(Rules, Head, Roll);
        foreach (var actor in new[] { Who.Officer(Head), Who.Official, Who.Grain(new CampaignKey("8", 2021)), Who.Grain(new CampaignKey("9", 2020)) })
        {
            Nothing.When(actor, expect).Refused(RefusalCode.Forbidden);
            Drafted.When(actor, new DocumentCommand.ChangeMembers("tay-ninh", Roll)).Refused(RefusalCode.Forbidden);
            Drafted.When(actor, new DocumentCommand.CloseDocument()).Refused(RefusalCode.Forbidden);
        }

        Nothing.When(Campaign, expect).Events(new DocumentEvent.DocumentExpected("8", 2020, Rules, Head, Roll));
        Expected.When(Campaign, expect).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void nobody_drafts_what_the_regulation_does_not_name() => Nothing.When(Who.Officer(Head), Draft).Refused(RefusalCode.NotFound);

    [Fact]
    public void the_head_drafts_and_no_other_school()
    {
        Expected.When(Who.Officer("tay-ninh"), Draft).Refused(RefusalCode.Forbidden);
        Expected.When(Who.Official, Draft).Refused(RefusalCode.Forbidden);
        Expected.When(Who.Officer(Head), Draft).Events(new DocumentEvent.DraftProposed(1, "Kế hoạch năm 2020", "Ba hội thảo", null, null));
    }

    [Fact]
    public void another_draft_says_why_and_nobody_has_consented_to_it_yet()
    {
        var consented = Drafted.And(Who.Principal(Head), Consent(Head));
        consented.When(Who.Officer(Head), Draft).Refused(RefusalCode.ReasonRequired);

        var again = consented.And(Who.Officer(Head), Another);
        Assert.Empty(StateOf(again).Consents);
        again.When(Who.Principal("tay-ninh"), Consent("tay-ninh")).Refused(RefusalCode.DraftChanged);
        again.When(Who.Principal("tay-ninh"), Consent("tay-ninh", 2)).One<DocumentEvent.DraftAnswered>();
    }

    [Theory]
    [InlineData("", "Ba hội thảo", null, "text_invalid")]
    [InlineData("Kế hoạch", " ", null, "text_invalid")]
    [InlineData("Kế hoạch", "Ba hội thảo", "plan.pdf", "file_hash_invalid")]
    [InlineData("Kế hoạch", "Ba hội thảo", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "file_hash_invalid")]
    public void a_draft_has_a_title_a_text_and_names_its_file_by_its_hash_if_at_all(string title, string text, string? hash, string code)
    {
        Assert.Contains(code, new[] { RefusalCode.TextInvalid, RefusalCode.FileHashInvalid });
        Expected.When(Who.Officer(Head), new DocumentCommand.ProposeDraft(title, text, hash)).Refused(code);
    }

    [Fact]
    public void a_text_that_is_too_long_for_the_journal_is_refused() =>
        Expected.When(Who.Officer(Head), new DocumentCommand.ProposeDraft("Kế hoạch", new string('x', 4001))).Refused(RefusalCode.TextInvalid);

    [Fact]
    public void only_who_signs_for_a_member_answers()
    {
        Drafted.When(Who.Officer("tay-ninh"), Consent("tay-ninh")).Refused(RefusalCode.Forbidden);
        Drafted.When(Who.Principal(Head), Consent("tay-ninh")).Refused(RefusalCode.Forbidden);
        Drafted.When(Who.Principal("ca-mau"), Consent("ca-mau")).Refused(RefusalCode.NotAMember);
        Drafted.When(Who.Substitute("tay-ninh"), Consent("tay-ninh")).One<DocumentEvent.DraftAnswered>();
    }

    [Fact]
    public void who_does_not_consent_says_what_is_wanted_and_may_think_again()
    {
        Drafted.When(Who.Principal("tay-ninh"), Objection(null)).Refused(RefusalCode.ReasonRequired);
        Drafted.When(Who.Principal("tay-ninh"), Objection(" ")).Refused(RefusalCode.TextInvalid);

        var objected = Drafted.And(Who.Principal("tay-ninh"), Objection());
        objected.When(Who.Principal("tay-ninh"), Objection()).Refused(RefusalCode.AlreadyExists);
        Assert.Empty(StateOf(objected).Consents);
        Assert.Equal(["tay-ninh"], StateOf(objected.And(Who.Principal("tay-ninh"), Consent("tay-ninh", comment: "Đã trao đổi"))).Consents);
    }

    [Fact]
    public void with_the_consent_that_makes_up_the_share_a_draft_is_adopted_and_the_campaign_hears_of_it()
    {
        var last = Drafted.And(Who.Principal(Head), Consent(Head)).When(Who.Principal("tay-ninh"), Consent("tay-ninh"), May);

        last.Events(
            new DocumentEvent.DraftAnswered(1, "tay-ninh", true, null),
            new DocumentEvent.DraftAdopted(1, [Head, "tay-ninh"], Moment.Day("2020-05-04")));
        var message = Assert.Single(last.Messages());
        Assert.Equal(
            ("campaign:8:2020", """{"type":"note-document","document":"plan","version":1}"""), (message.Target, Encoding.UTF8.GetString(message.Payload)));
    }

    [Fact]
    public void an_adopted_version_stays_and_an_amendment_becomes_another()
    {
        Adopted.When(Who.Principal("binh-thuan"), Consent("binh-thuan")).Refused(RefusalCode.DraftChanged);

        var amended = Adopted.And(Who.Officer(Head), Another).And(Who.Principal(Head), Consent(Head, 2)).And(Who.Principal("binh-thuan"), Consent("binh-thuan", 2));
        Assert.Equal(
            [(1, "Ba hội thảo"), (2, "Hai hội thảo")], StateOf(amended).Adopted.Select(a => (a.Version, a.Draft.Text)));
        Assert.Equal(StateOf(Adopted).Adopted[0], StateOf(amended).Adopted[0]);
    }

    [Fact]
    public void where_members_have_become_fewer_those_who_have_consented_may_be_enough()
    {
        var consented = Drafted.And(Who.Principal(Head), Consent(Head));

        Assert.Empty(StateOf(consented.And(Campaign, new DocumentCommand.ChangeMembers(Head, [Head, "binh-thuan"]))).Adopted);
        Assert.Equal([Head], Assert.Single(StateOf(consented.And(Campaign, new DocumentCommand.ChangeMembers(Head, [Head]))).Adopted).Consents);
        Assert.Empty(StateOf(consented.And(Campaign, new DocumentCommand.ChangeMembers("tay-ninh", []))).Adopted);
    }

    [Fact]
    public void the_consent_of_who_is_no_member_any_more_does_not_count()
    {
        var left = Drafted.And(Who.Principal("tay-ninh"), Consent("tay-ninh")).And(Campaign, new DocumentCommand.ChangeMembers(Head, [Head, "binh-thuan"]));

        Assert.Empty(StateOf(left).Consents);
        left.When(Who.Principal("tay-ninh"), Consent("tay-ninh", comment: "Vẫn vậy")).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void another_head_goes_on_with_the_draft()
    {
        var changed = Drafted.And(Campaign, new DocumentCommand.ChangeMembers("tay-ninh", Roll));

        changed.When(Who.Officer(Head), Another).Refused(RefusalCode.Forbidden);
        changed.When(Who.Officer("tay-ninh"), Another).One<DocumentEvent.DraftProposed>();
    }

    [Fact]
    public void when_the_year_is_closed_nothing_is_drafted_or_adopted_any_more()
    {
        var closed = Drafted.And(Who.Principal(Head), Consent(Head)).And(Campaign, new DocumentCommand.CloseDocument());

        closed.When(Who.Officer(Head), Another).Refused(RefusalCode.WrongPhase);
        closed.When(Who.Principal("tay-ninh"), Consent("tay-ninh")).Refused(RefusalCode.WrongPhase);
        closed.When(Campaign, new DocumentCommand.CloseDocument()).Refused(RefusalCode.WrongPhase);
        closed.When(Campaign, new DocumentCommand.ChangeMembers(Head, [Head])).One<DocumentEvent.MembersChanged>();
    }

    [Fact]
    public void a_reader_sees_the_draft_with_its_answers_and_every_version_in_force()
    {
        var view = Assert.IsType<DocumentView>(DocumentDecider.Aggregate.View(Adopted.And(Who.Officer(Head), Another).State)!.Document);

        Assert.Equal((2, "Ít kinh phí", new string('a', 64)), (view.Draft!.Number, view.Draft.Reason, view.Draft.FileHash));
        Assert.Equal([Head, "tay-ninh"], Assert.Single(view.Adopted).Consents);
        Assert.Null(DocumentDecider.Aggregate.View(Nothing.State));
    }
}
