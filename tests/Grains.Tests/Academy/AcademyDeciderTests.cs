using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Schools;
using Academy0 = ClusterActors.Tests.Given<ClusterActors.Academy.AcademyState, ClusterActors.Academy.AcademyCommand, ClusterActors.Academy.AcademyEvent>;

namespace ClusterActors.Tests.Academy;

public sealed class AcademyDeciderTests
{
    private static readonly Guidance Guidance2020 = new(2020, "1595/HD-HVCTQG", Moment.Day("2020-02-13"), "Đoàn kết");

    private static Academy0 New => Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National);

    private static Academy0 Manned => New.And(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an"));

    private static Academy0 WithSchools => Manned
        .And(Who.Official, new AcademyCommand.RegisterSchool("tay-ninh", "Trường Chính trị tỉnh Tây Ninh", "Tây Ninh"))
        .And(Who.Official, new AcademyCommand.RegisterSchool("dong-nai", "Trường Chính trị tỉnh Đồng Nai", "Đồng Nai"))
        .And(Who.Official, new AcademyCommand.RegisterSchool("binh-duong", "Trường Chính trị tỉnh Bình Dương", "Bình Dương"));

    private static Academy0 WithCluster => WithSchools.And(Who.Official, new AcademyCommand.FormCluster("8", "Miền Đông Nam Bộ", ["tay-ninh", "dong-nai"], 8, Reason: "Văn bản không rõ"));

    private static Academy0 Regulated => WithCluster.And(Who.Official, new AcademyCommand.IssueRegulation(SampleRegulation.Of(2020)));

    [Fact]
    public void the_installation_appoints_the_first_official() =>
        New.When(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an")).Events(new AcademyEvent.OfficialAppointed("an"));

    [Fact]
    public void once_there_is_an_official_the_installation_appoints_nobody() =>
        Manned.When(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("binh")).Refused(RefusalCode.Forbidden);

    [Fact]
    public void before_there_is_an_official_nobody_who_says_to_be_one_may_appoint() =>
        New.When(Who.Official, new AcademyCommand.AppointOfficial("binh")).Refused(RefusalCode.Forbidden);

    [Fact]
    public void an_official_appoints_another() =>
        Manned.When(Who.Official, new AcademyCommand.AppointOfficial("binh")).Events(new AcademyEvent.OfficialAppointed("binh"));

    [Fact]
    public void nobody_becomes_an_official_twice() =>
        Manned.When(Who.Official, new AcademyCommand.AppointOfficial("an")).Refused(RefusalCode.AlreadyExists);

    [Fact]
    public void an_auditor_is_no_official_besides()
    {
        var audited = Manned.And(Who.Official, new AcademyCommand.AppointAuditor("binh"));
        Assert.Equal(["binh"], audited.State.Auditors);
        audited.When(Who.Official, new AcademyCommand.AppointOfficial("binh")).Refused(RefusalCode.AlreadyExists);
        audited.When(Who.Official, new AcademyCommand.AppointAuditor("an")).Refused(RefusalCode.AlreadyExists);
        audited.When(Who.Auditor, new AcademyCommand.AppointAuditor("chi")).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void who_leaves_the_academy_is_nothing_there_any_more()
    {
        var two = Manned.And(Who.Official, new AcademyCommand.AppointOfficial("binh")).And(Who.Official, new AcademyCommand.AppointAuditor("chi"));
        var left = two.When(Who.Official, new AcademyCommand.Dismiss("binh", "Nghỉ hưu")).Events(new AcademyEvent.Dismissed("binh", "Nghỉ hưu"))
            .And(Who.Official, new AcademyCommand.Dismiss("chi", "Đã xong"));
        Assert.Equal(["an"], left.State.Officials);
        Assert.Empty(left.State.Auditors);
        left.When(Who.Official, new AcademyCommand.Dismiss("chi", "Đã xong")).Refused(RefusalCode.RoleNotHeld);
    }

    [Fact]
    public void one_official_always_stays() =>
        Manned.When(Who.Official, new AcademyCommand.Dismiss("an", "Nghỉ hưu")).Refused(RefusalCode.LastOfficial);

    [Fact]
    public void a_person_is_named_by_a_code() =>
        Manned.When(Who.Official, new AcademyCommand.AppointOfficial("Nguyễn Văn An")).Refused(RefusalCode.CodeInvalid);

    [Fact]
    public void no_command_of_the_academy_is_open_to_others()
    {
        AcademyCommand[] commands =
        [
            new AcademyCommand.AppointOfficial("binh"),
            new AcademyCommand.RegisterSchool("vinh-long", "Trường", "Vĩnh Long"),
            new AcademyCommand.FormCluster("9", "Cụm", ["tay-ninh", "binh-duong"], 9),
            new AcademyCommand.IssueRegulation(SampleRegulation.Of(2021)),
            new AcademyCommand.IssueGuidance(Guidance2020),
        ];
        Actor[] others =
        [
            Who.Principal("tay-ninh"),
            Who.Grain(AcademyKey.National),
            Who.Grain(new ClusterKey("8")),
            Actor.Authenticated("an", AcademyKey.National.ToString(), []),
            Actor.Authenticated("an", "academy:other", [Role.Official]),
            Actor.Authenticated("an", "school:tay-ninh", [Role.Official]),
        ];
        foreach (var command in commands)
            Assert.All(others, other => Regulated.When(other, command).Refused(RefusalCode.Forbidden));
    }

    [Fact]
    public void a_registered_school_is_told_so()
    {
        var then = Manned.When(Who.Official, new AcademyCommand.RegisterSchool("vinh-long", "Trường Chính trị Phạm Hùng", "Vĩnh Long"));
        then.Events(new AcademyEvent.SchoolRegistered("vinh-long", "Trường Chính trị Phạm Hùng", "Vĩnh Long"));
        var told = Assert.Single(then.Messages());
        Assert.Equal("school:vinh-long", told.Target);
        Assert.Equal(new SchoolCommand.Register("Trường Chính trị Phạm Hùng", "Vĩnh Long"), CanonicalJson.Read<SchoolCommand>(told.Payload));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Vinh-Long")]
    [InlineData("vinh_long")]
    [InlineData("vĩnh-long")]
    [InlineData("a+b")]
    [InlineData("a:b")]
    [InlineData("abcdefghijklmnopqrstuvwxyz-0123456")]
    public void a_school_code_that_is_no_code_is_refused(string code) =>
        Manned.When(Who.Official, new AcademyCommand.RegisterSchool(code, "Trường", "Vĩnh Long")).Refused(RefusalCode.CodeInvalid);

    [Fact]
    public void a_mistaken_entry_of_the_registry_is_corrected_with_a_reason_and_the_school_is_told()
    {
        var correct = new AcademyCommand.CorrectSchool("tay-ninh", "Trường Chính trị Tây Ninh", "Tây Ninh", "Sai tên");
        var then = WithSchools.When(Who.Official, correct);
        then.Events(new AcademyEvent.SchoolCorrected("tay-ninh", "Trường Chính trị Tây Ninh", "Tây Ninh", "Sai tên"));
        var told = Assert.Single(then.Messages());
        Assert.Equal("school:tay-ninh", told.Target);
        Assert.Equal(new SchoolCommand.Correct("Trường Chính trị Tây Ninh", "Tây Ninh", "Sai tên"), CanonicalJson.Read<SchoolCommand>(told.Payload));
        WithSchools.When(Who.Official, correct with { School = "vinh-long" }).Refused(RefusalCode.SchoolUnknown);
        WithSchools.When(Who.Official, correct with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        WithSchools.When(Who.Principal("tay-ninh"), correct).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_code_of_32_characters_is_taken() =>
        Manned.When(Who.Official, new AcademyCommand.RegisterSchool(new('a', 32), "Trường", "Vĩnh Long")).One<AcademyEvent.SchoolRegistered>();

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void a_school_has_a_proper_name_and_province(string flaw)
    {
        var (text, code) = Texts.Bad[flaw];
        Manned.When(Who.Official, new AcademyCommand.RegisterSchool("x", text, "Vĩnh Long")).Refused(code);
        Manned.When(Who.Official, new AcademyCommand.RegisterSchool("x", "Trường", text)).Refused(code);
    }

    [Fact]
    public void a_school_code_is_never_used_again() =>
        WithSchools.When(Who.Official, new AcademyCommand.RegisterSchool("tay-ninh", "Trường mới", "Tây Ninh")).Refused(RefusalCode.AlreadyExists);

    [Fact]
    public void a_formed_cluster_is_told_its_members_and_they_are_told_their_cluster()
    {
        var then = WithSchools.When(Who.Official, new AcademyCommand.FormCluster("8", "Miền Đông Nam Bộ", ["tay-ninh", "dong-nai"], 8, Reason: "Văn bản không rõ"));
        then.Events(new AcademyEvent.ClusterFormed("8", 8, "Miền Đông Nam Bộ", ["tay-ninh", "dong-nai"], Reason: "Văn bản không rõ"));
        var told = then.Messages();
        Assert.Equal(["cluster:8", "school:tay-ninh", "school:dong-nai"], told.Select(m => m.Target));
        Assert.Equal(new ClusterCommand.Form(8, "Miền Đông Nam Bộ", ["tay-ninh", "dong-nai"]), CanonicalJson.Read<ClusterCommand>(told[0].Payload));
        Assert.All(told.Skip(1), m => Assert.Equal(new SchoolCommand.JoinCluster("8"), CanonicalJson.Read<SchoolCommand>(m.Payload)));
    }

    [Fact]
    public void a_cluster_formed_after_the_guidance_is_given_it_too()
    {
        var given = WithSchools
            .And(Who.Official, new AcademyCommand.IssueRegulation(SampleRegulation.Of(2020)))
            .And(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020));
        var told = given.When(Who.Official, new AcademyCommand.FormCluster("8", "Cụm", ["tay-ninh", "dong-nai"], 8, Reason: "Văn bản không rõ")).Messages();
        Assert.Equal(["cluster:8", "school:tay-ninh", "school:dong-nai", "cluster:8"], told.Select(m => m.Target));
        Assert.Equal(
            new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020)), CanonicalJson.Read<ClusterCommand>(told[3].Payload));
    }

    [Fact]
    public void clusters_may_share_a_number_but_no_code()
    {
        WithCluster.When(Who.Official, new AcademyCommand.FormCluster("8", "Cụm", ["binh-duong", "tay-ninh"], 9)).Refused(RefusalCode.AlreadyExists);
        WithCluster.And(Who.Official, new AcademyCommand.RegisterSchool("x", "Trường", "Tỉnh"))
            .When(Who.Official, new AcademyCommand.FormCluster("8b", "Cụm", ["binh-duong", "x"], 8, Reason: "Văn bản không rõ")).One<AcademyEvent.ClusterFormed>();
    }

    public static TheoryData<string, int?, string[], string> ClustersThatCannotBe { get; } = new()
    {
        { "Cụm 9", 9, ["tay-ninh", "dong-nai"], RefusalCode.CodeInvalid },
        { "9", 0, ["tay-ninh", "dong-nai"], RefusalCode.MembersInvalid },
        { "9", 1000, ["tay-ninh", "dong-nai"], RefusalCode.MembersInvalid },
        { "9", null, [], RefusalCode.MembersInvalid },
        { "9", null, ["tay-ninh"], RefusalCode.MembersInvalid },
        { "9", null, ["tay-ninh", "dong-nai", "tay-ninh"], RefusalCode.MembersInvalid },
        { "9", null, ["tay-ninh", "nowhere"], RefusalCode.SchoolUnknown },
    };

    [Theory]
    [MemberData(nameof(ClustersThatCannotBe))]
    public void a_cluster_that_cannot_be_is_refused(string code, int? number, string[] members, string refusal) =>
        WithSchools.When(Who.Official, new AcademyCommand.FormCluster(code, "Cụm", [.. members], number)).Refused(refusal);

    [Fact]
    public void a_cluster_is_formed_by_a_decision_or_with_a_reason_why_none_is_named() =>
        WithSchools.When(Who.Official, new AcademyCommand.FormCluster("9", "Cụm", ["tay-ninh", "dong-nai"], 9)).Refused(RefusalCode.ReasonRequired);

    [Fact]
    public void a_school_belongs_to_one_cluster() =>
        WithCluster.When(Who.Official, new AcademyCommand.FormCluster("9", "Cụm", ["binh-duong", "tay-ninh"], 9)).Refused(RefusalCode.SchoolInTwoClusters);

    [Fact]
    public void the_guidance_goes_to_every_cluster_with_its_regulation()
    {
        var then = Regulated.When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020));
        then.Events(new AcademyEvent.GuidanceIssued(Guidance2020));
        var told = Assert.Single(then.Messages());
        Assert.Equal("cluster:8", told.Target);
        Assert.Equal(new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020)), CanonicalJson.Read<ClusterCommand>(told.Payload));
    }

    [Fact]
    public void what_every_command_writes_anew_does_not_grow_with_the_registry()
    {
        var before = Shown(Regulated);

        Assert.Equal(before, Shown(Regulated.And(Who.Official, new AcademyCommand.RegisterSchool("x", "Trường", "Tỉnh"))));
        Assert.Equal(before, Shown(Regulated
            .And(Who.Official, new AcademyCommand.RegisterSchool("x", "Trường", "Tỉnh"))
            .And(Who.Official, new AcademyCommand.FormCluster("9", "Cụm", ["binh-duong", "x"], 9, Reason: "Văn bản không rõ"))));
    }

    private static byte[] Shown(Academy0 academy) => CanonicalJson.Write(academy.Concept.View(academy.State)!.Document);

    [Fact]
    public void guidance_wants_a_regulation_first() =>
        WithCluster.When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020)).Refused(RefusalCode.RegulationMissing);

    [Fact]
    public void guidance_comes_once_a_year() =>
        Regulated.And(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020))
            .When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020 with { Reference = "2/HD" })).Refused(RefusalCode.AlreadyExists);

    [Theory]
    [InlineData(2014)]
    [InlineData(2201)]
    [InlineData(-1)]
    public void guidance_is_for_a_campaign_year(int year) =>
        Regulated.When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020 with { Year = year })).Refused(RefusalCode.YearInvalid);

    [Theory]
    [InlineData("2021-03-02", RefusalCode.DateInvalid)]
    [InlineData("1944-12-31", RefusalCode.DateInvalid)]
    public void guidance_bears_a_date_that_has_come(string day, string code) =>
        Regulated.When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020 with { IssuedOn = Moment.Day(day) })).Refused(code);

    [Fact]
    public void a_document_of_today_is_taken_and_today_is_vietnams()
    {
        var command = new AcademyCommand.IssueGuidance(Guidance2020 with { IssuedOn = Moment.Day("2020-02-14") });
        Regulated.When(Who.Official, command, new(2020, 2, 13, 16, 59, 59, TimeSpan.Zero)).Refused(RefusalCode.DateInvalid);
        Regulated.When(Who.Official, command, new(2020, 2, 13, 17, 0, 0, TimeSpan.Zero)).One<AcademyEvent.GuidanceIssued>();
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void guidance_has_a_proper_reference_and_theme(string flaw)
    {
        var (text, code) = Texts.Bad[flaw];
        Regulated.When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020 with { Reference = text })).Refused(code);
        Regulated.When(Who.Official, new AcademyCommand.IssueGuidance(Guidance2020 with { Theme = text })).Refused(code);
    }
}
