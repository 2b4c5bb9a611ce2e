using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Schools;
using Academy0 = ClusterActors.Tests.Given<ClusterActors.Academy.AcademyState, ClusterActors.Academy.AcademyCommand, ClusterActors.Academy.AcademyEvent>;

namespace ClusterActors.Tests.Academy;

/// <summary>The Academy renames, dissolves, transfers and merges, each time by a decision; two clusters of three schools, and one school in none.</summary>
public sealed class ReorganisationTests
{
    private static readonly DateOnly On = Moment.Day("2021-02-03");
    private static readonly DecisionReference Decision = new("550-QĐ/HVCTQG", On);

    private static readonly AcademyCommand.RenameSchool Rename = new("a", "Trường Chính trị Phạm Hùng", "Vĩnh Long", On, Decision, "Mang tên nhà cách mạng");
    private static readonly AcademyCommand.RenameCluster RenameCluster = new("8", "Đông Nam Bộ", On, Decision, "Bỏ đánh số");
    private static readonly AcademyCommand.DissolveCluster Dissolve = new("8", On, Decision, "Thành lập cụm mới");
    private static readonly AcademyCommand.TransferSchool Transfer = new("a", "9", On, Decision, "Điều chỉnh cụm");
    private static readonly AcademyCommand.MergeSchools Merge = new(["a", "d"], "new", On, Decision, "Hợp nhất tỉnh", "9");

    private static Academy0 Founded
    {
        get
        {
            var given = Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National).And(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an"));
            return new[] { "a", "b", "c", "d", "e", "f", "new" }
                .Aggregate(given, (g, school) => g.And(Who.Official, new AcademyCommand.RegisterSchool(school, $"Trường {school}", "Tỉnh")))
                .And(Who.Official, new AcademyCommand.FormCluster("8", "Cụm 8", ["a", "b", "c"], 8, Reason: "Văn bản không rõ"))
                .And(Who.Official, new AcademyCommand.FormCluster("9", "Cụm 9", ["d", "e", "f"], 9, Reason: "Văn bản không rõ"));
        }
    }

    private static AcademyState StateOf(Academy0 given) => given.State;

    [Fact]
    public void a_school_gets_another_name_and_stays_the_same_school()
    {
        var then = Founded.When(Who.Official, Rename);
        then.Events(new AcademyEvent.SchoolRenamed("a", "Vĩnh Long", new(Rename.Name, On, Decision, Rename.Reason)));
        var told = Assert.Single(then.Messages());
        Assert.Equal("school:a", told.Target);
        Assert.Equal(new SchoolCommand.ApplyRenaming(new(Rename.Name, On, Decision, Rename.Reason), "Vĩnh Long"), CanonicalJson.Read<SchoolCommand>(told.Payload));
        Founded.When(Who.Official, Rename with { School = "nowhere" }).Refused(RefusalCode.SchoolUnknown);
        Founded.When(Who.Official, Rename with { Name = " " }).Refused(RefusalCode.TextInvalid);
        Founded.When(Who.Official, Rename with { Province = "" }).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void a_cluster_gets_another_name_and_number()
    {
        var then = Founded.When(Who.Official, RenameCluster);
        then.Events(new AcademyEvent.ClusterRenamed("8", null, new(RenameCluster.Name, On, Decision, RenameCluster.Reason)));
        Assert.Equal("cluster:8", Assert.Single(then.Messages()).Target);
        Founded.When(Who.Official, RenameCluster with { Cluster = "7" }).Refused(RefusalCode.ClusterUnknown);
        Founded.When(Who.Official, RenameCluster with { Number = 0 }).Refused(RefusalCode.MembersInvalid);
    }

    [Fact]
    public void every_decision_has_a_number_a_day_and_a_reason_and_is_an_officials()
    {
        AcademyCommand[] wrong =
        [
            Rename with { On = Moment.Day("2200-01-01") }, RenameCluster with { Reason = "" }, Dissolve with { Decision = new("", On) },
            Transfer with { Decision = new("1-QĐ", Moment.Day("2200-01-01")) }, Merge with { Reason = " " },
        ];
        string[] codes = [RefusalCode.DateInvalid, RefusalCode.TextInvalid, RefusalCode.TextInvalid, RefusalCode.DateInvalid, RefusalCode.TextInvalid];
        foreach (var (command, code) in wrong.Zip(codes))
            Founded.When(Who.Official, command).Refused(code);
        foreach (var command in new AcademyCommand[] { Rename, RenameCluster, Dissolve, Transfer, Merge })
            Assert.All(new[] { Who.Principal("a"), Who.Grain(AcademyKey.National), Who.Grain(new ClusterKey("8")) }, other => Founded.When(other, command).Refused(RefusalCode.Forbidden));
    }

    [Fact]
    public void the_schools_of_a_dissolved_cluster_are_free_for_another_and_its_code_is_not()
    {
        var then = Founded.When(Who.Official, Dissolve);
        var dissolved = then.Events(new AcademyEvent.ClusterDissolved("8", new(On, Decision, Dissolve.Reason)));
        Assert.Equal(["cluster:8", "school:a", "school:b", "school:c"], then.Messages().Select(m => m.Target));
        dissolved.When(Who.Official, Dissolve).Refused(RefusalCode.ClusterDissolved);
        dissolved.When(Who.Official, RenameCluster).Refused(RefusalCode.ClusterDissolved);
        dissolved.When(Who.Official, Transfer with { School = "d", Cluster = "8" }).Refused(RefusalCode.ClusterDissolved);
        dissolved.When(Who.Official, new AcademyCommand.FormCluster("8", "Cụm", ["a", "b"])).Refused(RefusalCode.AlreadyExists);

        var form = new AcademyCommand.FormCluster("dnb", "Đông Nam Bộ", ["a", "b", "c", "new"], Decision: Decision, Reason: "Theo vùng");
        dissolved.When(Who.Official, form).Events(new AcademyEvent.ClusterFormed("dnb", null, "Đông Nam Bộ", form.Members, Decision, "Theo vùng"));
        dissolved.When(Who.Official, form with { Decision = new("", On) }).Refused(RefusalCode.TextInvalid);
        dissolved.When(Who.Official, form with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        Founded.When(Who.Official, form).Refused(RefusalCode.SchoolInTwoClusters);
    }

    [Fact]
    public void a_dissolved_cluster_gets_no_guidance()
    {
        var guided = Founded
            .And(Who.Official, new AcademyCommand.IssueRegulation(SampleRegulation.Of(2021)))
            .And(Who.Official, Dissolve)
            .When(Who.Official, new AcademyCommand.IssueGuidance(new(2021, "30-HD/HVCTQG", On)));
        Assert.Equal(["cluster:9"], guided.Messages().Select(m => m.Target));
    }

    [Fact]
    public void a_school_moves_to_another_cluster_and_both_clusters_and_the_school_are_told_by_one_sender()
    {
        var then = Founded.When(Who.Official, Transfer);
        var transfer = new Transfer("a", "8", "9", On, Decision, Transfer.Reason);
        var moved = then.Events(new AcademyEvent.SchoolTransferred(transfer));
        Assert.Equal(["cluster:8", "cluster:9", "school:a"], then.Messages().Select(m => m.Target));
        Assert.Equal(new ClusterCommand.ApplyTransfer(transfer), CanonicalJson.Read<ClusterCommand>(then.Messages()[0].Payload));
        Assert.Equal(new SchoolCommand.JoinCluster("9"), CanonicalJson.Read<SchoolCommand>(then.Messages()[2].Payload));
        Assert.Equal((["b", "c"], ["d", "e", "f", "a"]), (StateOf(moved).Clusters.Find("8"), StateOf(moved).Clusters.Find("9")));
        moved.When(Who.Official, Transfer).Refused(RefusalCode.AlreadyExists);
        Founded.When(Who.Official, Transfer with { School = "nowhere" }).Refused(RefusalCode.SchoolUnknown);
        Founded.When(Who.Official, Transfer with { Cluster = "7" }).Refused(RefusalCode.ClusterUnknown);
        Assert.Equal(["cluster:9", "school:new"], Founded.When(Who.Official, Transfer with { School = "new" }).Messages().Select(m => m.Target));
    }

    [Fact]
    public void a_cluster_is_dissolved_and_not_emptied()
    {
        var two = Founded.And(Who.Official, Transfer).And(Who.Official, Transfer with { School = "b" });
        two.When(Who.Official, Transfer with { School = "c" }).Refused(RefusalCode.MembersInvalid);
        two.When(Who.Official, Merge with { Schools = ["c"] }).Refused(RefusalCode.MembersInvalid);
        two.When(Who.Official, Merge with { Schools = ["a"], Successor = "c" }).Refused(RefusalCode.MembersInvalid);
        two.When(Who.Official, Merge with { Schools = ["c"], Cluster = "8" }).One<AcademyEvent.SchoolsMerged>();
    }

    [Fact]
    public void a_school_whose_cluster_was_dissolved_is_not_taken_for_a_new_one()
    {
        var merger = Founded.And(Who.Official, Dissolve).When(Who.Official, Merge with { Schools = ["d"], Successor = "a" }).One<AcademyEvent.SchoolsMerged>().Merger;
        Assert.Equal((null, false), (merger.Before, merger.Founded));
    }

    [Fact]
    public void schools_of_two_clusters_become_a_new_one_in_one_of_them()
    {
        var then = Founded.When(Who.Official, Merge);
        var merger = new Merger(["a", "d"], "new", "9", null, On, Decision, Merge.Reason, Founded: true);
        var merged = then.Events(new AcademyEvent.SchoolsMerged(merger));
        Assert.Equal(["cluster:8", "cluster:9", "school:a", "school:d", "school:new", "school:new"], then.Messages().Select(m => m.Target));
        Assert.Equal(new ClusterCommand.ApplyMerger(merger), CanonicalJson.Read<ClusterCommand>(then.Messages()[0].Payload));
        Assert.Equal((["b", "c"], ["e", "f", "new"]), (StateOf(merged).Clusters.Find("8"), StateOf(merged).Clusters.Find("9")));

        merged.When(Who.Official, Rename).Refused(RefusalCode.SchoolMerged);
        merged.When(Who.Official, Transfer).Refused(RefusalCode.SchoolMerged);
        merged.When(Who.Official, Merge with { Schools = ["b"], Successor = "a", Cluster = null }).Refused(RefusalCode.SchoolMerged);
        merged.When(Who.Official, new AcademyCommand.FormCluster("7", "Cụm", ["a", "b"])).Refused(RefusalCode.SchoolMerged);
        merged.When(Who.Official, new AcademyCommand.CorrectSchool("a", "Trường A", "Tỉnh", "Sai tên")).One<AcademyEvent.SchoolCorrected>();
    }

    [Fact]
    public void a_school_that_takes_others_in_stays_where_it_is_unless_the_decision_says_otherwise()
    {
        var stays = Founded.When(Who.Official, Merge with { Schools = ["d"], Successor = "a", Cluster = null });
        stays.Events(new AcademyEvent.SchoolsMerged(new(["d"], "a", "8", "8", On, Decision, Merge.Reason, Founded: false)));
        Assert.Equal(["cluster:9", "cluster:8", "school:d", "school:a"], stays.Messages().Select(m => m.Target));
        var moves = Founded.When(Who.Official, Merge with { Schools = ["d"], Successor = "a" });
        moves.Events(new AcademyEvent.SchoolsMerged(new(["d"], "a", "9", "8", On, Decision, Merge.Reason, Founded: false)));
        Assert.Equal(["cluster:9", "cluster:8", "school:d", "school:a", "school:a"], moves.Messages().Select(m => m.Target));
    }

    [Fact]
    public void a_cluster_that_a_school_has_left_hears_of_its_merger_too_because_its_year_may_be_open()
    {
        var then = Founded.And(Who.Official, Transfer).When(Who.Official, Merge with { Schools = ["a"], Successor = "e", Cluster = null });
        Assert.Equal(["cluster:8", "cluster:9"], then.Messages().Select(m => m.Target).Where(t => t.StartsWith("cluster", StringComparison.Ordinal)));
        var dissolved = Founded.And(Who.Official, Dissolve).When(Who.Official, Merge with { Schools = ["a"], Successor = "b", Cluster = null });
        Assert.Equal(["cluster:8", "school:a", "school:b"], dissolved.Messages().Select(m => m.Target));
    }

    [Fact]
    public void a_merger_names_schools_that_there_are_each_once()
    {
        Founded.When(Who.Official, Merge with { Schools = [] }).Refused(RefusalCode.MembersInvalid);
        Founded.When(Who.Official, Merge with { Schools = ["a", "a"] }).Refused(RefusalCode.MembersInvalid);
        Founded.When(Who.Official, Merge with { Schools = ["a", "new"] }).Refused(RefusalCode.MembersInvalid);
        Founded.When(Who.Official, Merge with { Schools = ["nowhere"] }).Refused(RefusalCode.SchoolUnknown);
        Founded.When(Who.Official, Merge with { Successor = "nowhere" }).Refused(RefusalCode.SchoolUnknown);
        Founded.When(Who.Official, Merge with { Cluster = "7" }).Refused(RefusalCode.ClusterUnknown);
    }
}
