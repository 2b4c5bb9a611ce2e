using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using FsCheck.Fluent;
using static ClusterActors.Tests.Clusters.ClusterStory;
using Cluster0 = ClusterActors.Tests.Given<ClusterActors.Clusters.ClusterState, ClusterActors.Clusters.ClusterCommand, ClusterActors.Clusters.ClusterEvent>;

namespace ClusterActors.Tests.Clusters;

/// <summary>Cluster 8 is renamed and dissolved; its members come, go and are merged, and somebody leads it whatever happens.</summary>
public sealed class ReorganisationTests
{
    private static readonly DateOnly On = Moment.Day("2020-07-01");
    private static readonly DecisionReference Decision = new("550-QĐ/HVCTQG", On);
    private static readonly Dissolution Dissolution = new(On, Decision, "Thành lập cụm mới");

    private static Actor Academy => Who.Grain(AcademyKey.National);

    /// <summary>Open, by a regulation that lets successors serve.</summary>
    private static Cluster0 Serving => Headed
        .And(Academy, new ClusterCommand.ReceiveGuidance(Guidance2020, MergerStory.Ruled(MergerStory.Generous with { Posts = SampleRegulation.Sourced(PostPolicy.SuccessorServes) })))
        .And(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020));

    private static ClusterCommand.ApplyMerger Merged(string successor, string? cluster, params string[] schools) =>
        new(new(schools.ToEquatableList(), successor, cluster, Members.Contains(successor) ? "8" : null, On, Decision, "Hợp nhất tỉnh"));

    private static ClusterCommand.ApplyTransfer Moved(string school, string from, string to) => new(new(school, from, to, On, Decision, "Điều chỉnh cụm"));

    private static T Told<T>(Outgoing message) => CanonicalJson.Read<T>(message.Payload);

    [Fact]
    public void an_old_name_and_number_are_kept()
    {
        var renaming = new Renaming("Đông Nam Bộ", On, Decision, "Bỏ đánh số");
        var renamed = Formed.When(Academy, new ClusterCommand.ApplyRenaming(renaming, null)).Events(new ClusterEvent.Renamed(renaming, null));
        Assert.Equal(("Đông Nam Bộ", null), (StateOf(renamed).Name, StateOf(renamed).Number));
        Assert.Equal([new FormerClusterName("Miền Đông Nam Bộ", 8, On, Decision)], StateOf(renamed).FormerNames);
    }

    [Fact]
    public void what_the_Academy_has_decided_comes_from_the_Academy()
    {
        ClusterCommand[] facts =
        [
            new ClusterCommand.ApplyRenaming(new("x", On, Decision, "y"), null), Moved("dong-nai", "8", "9"), Merged("dong-nai", "8", "tay-ninh"), new ClusterCommand.ApplyDissolution(Dissolution),
        ];
        foreach (var fact in facts)
            Assert.All(new[] { Who.Official, Who.Principal("ninh-thuan"), Campaign2020 }, other => Open.When(other, fact).Refused(RefusalCode.Forbidden));
    }

    [Fact]
    public void who_comes_stands_last_in_line_and_who_goes_stands_in_it_no_more()
    {
        var come = Open.When(Academy, Moved("long-an", "9", "8"));
        Assert.Equal([.. Members, "long-an"], StateOf(come.Accepted()).Members);
        Assert.Equal([.. Queue, "long-an"], StateOf(come.Accepted()).Queue);
        Assert.Equal(new CampaignCommand.NoteMembers([.. Members, "long-an"]), Told<CampaignCommand>(Assert.Single(come.Messages())));
        Assert.Empty(StateOf(Formed.And(Academy, Moved("long-an", "9", "8"))).Queue);

        var gone = Open.When(Academy, Moved("dong-nai", "8", "9"));
        Assert.DoesNotContain("dong-nai", StateOf(gone.Accepted()).Members);
        Assert.Equal(["binh-phuoc", "tay-ninh", "ba-ria-vung-tau"], StateOf(gone.Accepted()).Queue);
        Assert.Equal(Officers2020, StateOf(gone.Accepted()).InOffice);
        Assert.Equal(new CampaignCommand.NoteMembers(StateOf(gone.Accepted()).Members), Told<CampaignCommand>(Assert.Single(gone.Messages())));
    }

    [Fact]
    public void a_head_that_is_merged_with_others_is_followed_by_its_first_deputy_who_acts()
    {
        var then = Open.When(Academy, Merged("khanh-hoa", "ntb-tn", "ninh-thuan"));
        var after = StateOf(then.Accepted());
        var acting = new Officers(2020, "binh-thuan", ["binh-duong"], Acting: true);
        Assert.Equal((acting, new Vacancy(2020, VacancyReason.HeadLeft)), (after.InOffice, after.Vacancy));
        Assert.DoesNotContain("khanh-hoa", after.Members);
        CampaignCommand[] told = [new CampaignCommand.NoteMembers(after.Members), new CampaignCommand.ApplyOfficers(acting), new CampaignCommand.ApplyMerger(Merged("khanh-hoa", "ntb-tn", "ninh-thuan").Merger, null)];
        Assert.Equal(told, then.Messages().Select(Told<CampaignCommand>));
        Assert.Empty(Headed.When(Academy, Merged("khanh-hoa", "ntb-tn", "ninh-thuan")).Messages());
        Assert.Equal(5, Open.With(new ClusterEvent.ElectionCalled(2021, null!)).When(Academy, Merged("khanh-hoa", "ntb-tn", "ninh-thuan")).Messages().Count);
    }

    [Fact]
    public void a_successor_serves_in_the_post_where_the_regulation_says_so_and_it_is_a_member()
    {
        var open = Serving;
        var served = StateOf(open.And(Academy, Merged("new", "8", "ninh-thuan")));
        Assert.Equal((Officers2020 with { Head = "new" }, Queue), (served.InOffice, served.Queue));
        Assert.Equal(new Officers(2020, "binh-thuan", ["binh-duong"]), StateOf(open.And(Academy, Merged("binh-thuan", "8", "ninh-thuan"))).InOffice);
        Assert.True(StateOf(open.And(Academy, Merged("khanh-hoa", "ntb-tn", "ninh-thuan"))).InOffice!.Acting);
    }

    [Fact]
    public void an_open_year_is_told_of_every_school_that_was_ever_on_its_roll_and_of_no_other()
    {
        var moved = Open.And(Academy, Moved("dong-nai", "8", "9"));
        Assert.Equal(["campaign:8:2020"], MergersTold(moved.When(Academy, Merged("long-an", "9", "dong-nai"))));
        Assert.Empty(MergersTold(moved.And(Academy, Moved("long-an", "9", "8")).When(Academy, Merged("tien-giang", "9", "long-an"))));
        var founded = moved.And(Academy, Merged("new", "8", "tay-ninh"));
        Assert.Equal(["campaign:8:2020"], MergersTold(founded.When(Academy, Merged("newer", "8", "new"))));
        var next = Recognised.When(Academy, Merged("lam-dong", "ntb-tn", "binh-thuan")).Messages();
        Assert.Equal(new Officers(2021, "binh-duong", ["binh-phuoc"]), Assert.IsType<CampaignCommand.ApplyMerger>(Told<CampaignCommand>(next[^1])).Next);
        Assert.Equal([null, Recognition], new[] { Proposed, Recognised }.Select(given => Assert.IsType<CampaignCommand.ApplyMerger>(
            Told<CampaignCommand>(given.When(Academy, Merged("lam-dong", "ntb-tn", "binh-thuan")).Messages()[^1])).Recognition));
    }

    private static IEnumerable<string> MergersTold(Then<ClusterState, ClusterCommand, ClusterEvent> then) =>
        then.Messages().Where(m => Told<CampaignCommand>(m) is CampaignCommand.ApplyMerger).Select(m => m.Target);

    [Fact]
    public void a_newcomer_to_a_cluster_whose_members_are_all_in_office_is_the_first_in_line()
    {
        var three = Open.And(Academy, Merged("khanh-hoa", "ntb-tn", "binh-phuoc", "dong-nai", "tay-ninh", "ba-ria-vung-tau"));
        Assert.Equal((3, 0), (StateOf(three).Members.Count, StateOf(three).Queue.Count));
        Assert.Equal(["long-an"], StateOf(three.And(Academy, Moved("long-an", "9", "8"))).Queue);
        Assert.Equal(["new"], StateOf(Open.And(Academy, Merged("new", "8", "binh-phuoc", "dong-nai", "tay-ninh", "ba-ria-vung-tau"))).Queue);
        var unlined = Open.And(Who.Official, new ClusterCommand.OverrideOfficers(Officers2020, [], Decision, "Bỏ hàng chờ"));
        Assert.Empty(StateOf(unlined.And(Academy, Moved("long-an", "9", "8"))).Queue);
    }

    [Fact]
    public void that_nobody_follows_next_year_is_not_forgotten_when_this_year_gets_a_head_again()
    {
        var recognised = Open
            .And(Who.Official, new ClusterCommand.OverrideOfficers(Officers2020, [], Decision, "Bỏ hàng chờ"))
            .And(Campaign2020, Propose)
            .And(Campaign2020, new ClusterCommand.ApplyRecognition(new(2021, "binh-thuan", ["binh-duong"]), Recognition));
        var vacant = recognised.And(Academy, Merged("khanh-hoa", "ntb-tn", "ninh-thuan")).And(Academy, Merged("lam-dong", "ntb-tn", "binh-thuan", "binh-duong"));
        Assert.True(StateOf(vacant).InOffice!.Acting && StateOf(vacant).Recognised!.Acting);
        Assert.Equal(new Vacancy(2021, VacancyReason.HeadLeft), StateOf(vacant).Vacancy);

        var headed = vacant.And(Who.Official, new ClusterCommand.OverrideOfficers(new(2020, "dong-nai", []), [], Decision, "Cử cụm trưởng"));
        var over = StateOf(headed).HandoverSigners.Aggregate(headed, (given, school) => given.And(Who.Principal(school), new ClusterCommand.SignHandover(2021, school, Moment.Day("2021-02-20"))));
        Assert.True(StateOf(over).InOffice is { Year: 2021, Acting: true });
        Assert.Equal(new Vacancy(2021, VacancyReason.HeadLeft), StateOf(over).Vacancy);
    }

    [Fact]
    public void a_cluster_whose_dissolution_is_in_force_keeps_the_members_it_had()
    {
        var dissolved = Guided.And(Academy, new ClusterCommand.ApplyDissolution(Dissolution));
        dissolved.When(Academy, Merged("new", "9", "tay-ninh")).Refused(RefusalCode.ClusterDissolved);
    }

    [Fact]
    public void where_nobody_is_deputy_the_first_in_line_acts_and_else_the_first_member()
    {
        var deputies = Merged("lam-dong", "ntb-tn", "ninh-thuan", "binh-thuan", "binh-duong");
        Assert.Equal(new Officers(2020, "binh-phuoc", [], Acting: true), StateOf(Open.And(Academy, deputies)).InOffice);
        var unlined = Open.And(Who.Official, new ClusterCommand.OverrideOfficers(Officers2020, [], Decision, "Bỏ hàng chờ"));
        Assert.Equal(new Officers(2020, "ba-ria-vung-tau", [], Acting: true), StateOf(unlined.And(Academy, deputies)).InOffice);
    }

    [Fact]
    public void officers_proposed_or_recognised_move_up_and_a_handover_begins_anew()
    {
        var signed = Recognised.And(Who.Principal("ninh-thuan"), new ClusterCommand.SignHandover(2021, "ninh-thuan", Moment.Day("2021-02-20")));
        var merged = signed.And(Academy, Merged("lam-dong", "ntb-tn", "binh-thuan"));
        Assert.Equal(new Officers(2021, "binh-duong", ["binh-phuoc"]), StateOf(merged).Recognised);
        Assert.Empty(StateOf(merged).Handover);
        var over = merged
            .And(Who.Principal("binh-duong"), new ClusterCommand.SignHandover(2021, "binh-duong", Moment.Day("2021-02-20")))
            .And(Who.Principal("ninh-thuan"), new ClusterCommand.SignHandover(2021, "ninh-thuan", Moment.Day("2021-02-20")));
        Assert.Equal("binh-duong", StateOf(over).InOffice!.Head);
        Assert.Null(StateOf(over).Vacancy);
    }

    [Fact]
    public void an_outgoing_head_that_is_no_more_hands_over_by_the_one_who_acts_and_follows_it()
    {
        var merged = Recognised.And(Academy, Merged("khanh-hoa", "ntb-tn", "ninh-thuan"));
        var over = merged.When(Who.Principal("binh-thuan"), new ClusterCommand.SignHandover(2021, "binh-thuan", Moment.Day("2021-02-20")));
        over.One<ClusterEvent.HandedOver>();
        Assert.Equal((Officers2021, null), (StateOf(over.Accepted()).InOffice, StateOf(over.Accepted()).Vacancy));
    }

    [Fact]
    public void who_was_recognised_or_elected_meanwhile_and_has_left_holds_no_post()
    {
        var merged = Proposed.And(Academy, Merged("lam-dong", "ntb-tn", "binh-thuan"));
        var recognised = merged.And(Campaign2020, new ClusterCommand.ApplyRecognition(Officers2021, Recognition));
        Assert.Equal(new Officers(2021, "binh-duong", ["binh-phuoc"]), StateOf(recognised).Recognised);

        var electing = Open.With(new ClusterEvent.ElectionCalled(2021, null!)).And(Academy, Merged("lam-dong", "ntb-tn", "binh-thuan", "binh-phuoc", "dong-nai", "tay-ninh", "ba-ria-vung-tau"));
        var elected = electing.When(Who.Grain(new ElectionKey("8", 2021)), new ClusterCommand.ApplyElection(2021, new(2021, "tay-ninh", [])));
        var acting = new Officers(2021, "ninh-thuan", [], Acting: true);
        elected.Events(new ClusterEvent.HeadVacant(2021, VacancyReason.HeadLeft), new ClusterEvent.OfficersProposed(acting, OfficerMethod.Election));
    }

    [Fact]
    public void a_successor_serves_also_in_the_posts_of_who_was_recognised_or_elected_meanwhile()
    {
        var open = Serving.And(Campaign2020, Propose);
        var recognition = new ClusterCommand.ApplyRecognition(Officers2021, Recognition);
        Assert.Equal(Officers2021 with { Head = "new" }, RecognisedAfter(Merged("new", "8", "binh-thuan")));
        Assert.Equal(Officers2021 with { Deputies = ["dong-nai", "binh-phuoc"] }, RecognisedAfter(Merged("dong-nai", "8", "binh-duong")));
        Assert.Equal(new Officers(2021, "newer", ["binh-phuoc"]), RecognisedAfter(Merged("new", "8", "binh-thuan"), Merged("newer", "8", "new", "binh-duong")));
        Assert.Equal(new Officers(2021, "new", ["newer"]), RecognisedAfter(Merged("new", "8", "binh-thuan", "binh-duong"), Merged("newer", "8", "binh-phuoc")));
        Assert.Equal(new Officers(2021, "binh-duong", ["binh-phuoc"]), RecognisedAfter(Merged("new", "8", "binh-thuan"), Merged("elsewhere", "9", "new")));
        Assert.Equal(new Officers(2021, "binh-duong", ["binh-phuoc"]), RecognisedAfter(Moved("binh-thuan", "8", "9"), Merged("tay-ninh", "8", "binh-thuan")));

        var elected = Serving.With(new ClusterEvent.ElectionCalled(2021, null!)).And(Academy, Merged("new", "8", "binh-thuan"))
            .When(Who.Grain(new ElectionKey("8", 2021)), new ClusterCommand.ApplyElection(2021, Officers2021));
        elected.Events(new ClusterEvent.OfficersProposed(Officers2021 with { Head = "new" }, OfficerMethod.Election));

        Officers? RecognisedAfter(params ClusterCommand[] meanwhile) => StateOf(meanwhile.Aggregate(open, (given, fact) => given.And(Academy, fact)).And(Campaign2020, recognition)).Recognised;
    }

    [Fact]
    public void a_successor_takes_its_place_among_the_members()
    {
        var merged = Open.And(Academy, Merged("new", "8", "dong-nai", "tay-ninh"));
        Assert.Equal(["ninh-thuan", "ba-ria-vung-tau", "binh-thuan", "binh-phuoc", "binh-duong", "new"], StateOf(merged).Members);
        Assert.Equal(["binh-phuoc", "ba-ria-vung-tau", "new"], StateOf(merged).Queue);
        Assert.Equal(Members.Where(m => m != "tay-ninh"), StateOf(Open.And(Academy, Merged("dong-nai", "8", "tay-ninh"))).Members);
        Assert.DoesNotContain("dong-nai", StateOf(Open.And(Academy, Merged("dong-nai", "9", "long-an"))).Members);
    }

    [Fact]
    public void a_cluster_without_an_open_year_is_dissolved_at_once_and_begins_nothing_new()
    {
        var dissolved = Guided.When(Academy, new ClusterCommand.ApplyDissolution(Dissolution)).Events(new ClusterEvent.DissolutionNoted(Dissolution), new ClusterEvent.Dissolved());
        dissolved.When(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020)).Refused(RefusalCode.ClusterDissolved);
        dissolved.When(Who.Official, Appoint).Refused(RefusalCode.ClusterDissolved);
    }

    [Fact]
    public void a_cluster_with_an_open_year_is_dissolved_when_that_is_closed()
    {
        var noted = Open.When(Academy, new ClusterCommand.ApplyDissolution(Dissolution));
        noted.Events(new ClusterEvent.DissolutionNoted(Dissolution));
        Assert.Equal(new CampaignCommand.ApplyDissolution(Dissolution), Told<CampaignCommand>(Assert.Single(noted.Messages())));

        var open = CampaignStory.At(Phase.HandedOver).When(Who.Grain(Key), new CampaignCommand.ApplyDissolution(Dissolution));
        open.Events(new CampaignEvent.DissolutionNoted(Dissolution));
        Assert.Empty(open.Messages());
        CampaignStory.At(Phase.HandedOver).When(Who.Official, new CampaignCommand.ApplyDissolution(Dissolution)).Refused(RefusalCode.Forbidden);
        var closed = open.Accepted().When(Who.Official, new CampaignCommand.CloseYear());
        Assert.Equal(new ClusterCommand.NoteClosing(2020), Told<ClusterCommand>(Assert.Single(closed.Messages())));
        var before = CampaignStory.At(Phase.Closed).When(Who.Grain(Key), new CampaignCommand.ApplyDissolution(Dissolution));
        Assert.Equal(new ClusterCommand.NoteClosing(2020), Told<ClusterCommand>(Assert.Single(before.Messages())));

        noted.Accepted().When(Who.Official, new ClusterCommand.NoteClosing(2020)).Refused(RefusalCode.Forbidden);
        var over = noted.Accepted().When(Campaign2020, new ClusterCommand.NoteClosing(2020)).Events(new ClusterEvent.ClosingNoted(2020), new ClusterEvent.Dissolved());
        Assert.True(StateOf(over).IsDissolved);
        over.When(Campaign2020, new ClusterCommand.NoteClosing(2020)).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void a_year_is_ended_where_it_stands_by_a_decision_once_its_nominations_are_decided()
    {
        var end = new CampaignCommand.EndYear(CampaignStory.Recognition, "Cụm giải thể");
        foreach (var phase in Enum.GetValues<Phase>().Where(p => p is < Phase.Nominated or Phase.HandedOver))
        {
            var ended = CampaignStory.At(phase).When(Who.Official, end);
            ended.Events(new CampaignEvent.YearEnded(end.Decision, end.Reason));
            Assert.Equal(new ClusterCommand.NoteClosing(2020), Told<ClusterCommand>(ended.Messages().Single(m => m.Target == "cluster:8")));
            Assert.Equal(Phase.Closed, CampaignStory.StateOf(ended.Accepted()).Phase);
        }

        CampaignStory.At(Phase.Nominated).When(Who.Official, end).Refused(RefusalCode.NominationsUndecided);
        CampaignStory.At(Phase.Closed).When(Who.Official, end).Refused(RefusalCode.WrongPhase);
        CampaignStory.At(Phase.Running).When(CampaignStory.Head, end).Refused(RefusalCode.Forbidden);
        CampaignStory.At(Phase.Running).When(Who.Official, end with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        CampaignStory.At(Phase.Running).When(Who.Official, end with { Decision = new("", On) }).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void after_a_year_that_was_ended_the_Academy_appoints_the_next_officers()
    {
        var appoint = new ClusterCommand.AppointOfficers(Officers2021, [], "Năm 2020 kết thúc sớm");
        Open.When(Who.Official, appoint).Refused(RefusalCode.WrongPhase);
        Open.And(Campaign2020, new ClusterCommand.NoteClosing(2020)).When(Who.Official, appoint).One<ClusterEvent.OfficersAppointed>();
    }

    [Fact]
    public void a_dissolved_cluster_whose_schools_have_all_gone_keeps_those_it_had()
    {
        var gone = Open.And(Academy, new ClusterCommand.ApplyDissolution(Dissolution)).And(Academy, Merged("new", "9", [.. Members]));
        Assert.Equal((Members, Officers2020), (StateOf(gone).Members, StateOf(gone).InOffice));
    }

    [Fact]
    public void whoever_comes_and_goes_there_is_one_head_who_is_a_member_or_one_who_acts() => Property.Holds(
        from start in Gen.Choose(0, 3)
        from steps in Gen.ArrayOf(Gen.Choose(0, 9_999), 8)
        select (Start: start, Steps: steps),
        sample =>
        {
            var given = new[] { Headed, Open, Proposed, Recognised }[sample.Start];
            foreach (var (choice, number) in sample.Steps.Select((choice, number) => (choice, number)))
            {
                var before = given.History.Count;
                given = Step(given, choice, number);
                for (var i = before; i < given.History.Count; i++)
                    Assert.Null(ClusterInvariants.Broken(Replayed(given, i), given.History[i], Replayed(given, i + 1)));
                AssertSound(StateOf(given));
            }
        });

    private static void AssertSound(ClusterState.Formed cluster)
    {
        foreach (var officers in new[] { cluster.InOffice, cluster.Proposed, cluster.Recognised }.OfType<Officers>())
        {
            string[] named = [officers.Head, .. officers.Deputies];
            Assert.Equal(named.Length, named.Distinct().Count());
            Assert.All(named, school => Assert.Contains(school, cluster.Members));
        }

        Assert.Equal(cluster.Queue.Count, cluster.Queue.Distinct().Count());
        Assert.All(cluster.Queue, school => Assert.Contains(school, cluster.Members));
        Assert.All(cluster.Queue, school => Assert.False(cluster.InOffice!.Head == school || cluster.InOffice.Deputies.Contains(school)));
    }

    private static ClusterState Replayed(Cluster0 given, int events) => (given with { History = given.History.Take(events).ToEquatableList() }).State;

    private static Cluster0 Step(Cluster0 given, int choice, int number)
    {
        var cluster = StateOf(given);
        var (school, other) = (cluster.Members[choice / 5 % cluster.Members.Count], cluster.Members[choice / 100 % cluster.Members.Count]);
        return (choice % 5) switch
        {
            0 when cluster.Members.Count > 1 => given.And(Academy, Moved(school, "8", "9")),
            1 => given.And(Academy, Moved($"come-{number}", "9", "8")),
            2 when school != other => given.And(Academy, Merged(school, "8", other)),
            3 => given.And(Academy, Merged($"new-{number}", "8", school)),
            4 when cluster.Recognised is { } next => cluster.HandoverSigners.Where(s => !cluster.Handover.Contains(s))
                .Take(1).Aggregate(given, (g, s) => g.And(Who.Principal(s), new ClusterCommand.SignHandover(next.Year, s, Moment.Day("2021-02-20")))),
            _ => given,
        };
    }
}
