using System.Text;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;

namespace ClusterActors.Tests.Journal;

public abstract partial class StoreContract
{
    [Fact]
    public async Task a_school_s_history_tells_every_year_whose_roll_names_it()
    {
        var told = CampaignStory.StateOf(CampaignStory.At(Phase.Closed)) with
        {
            Inspections = [new("tay-ninh", "binh-thuan"), new("dong-nai", "binh-thuan"), new("binh-thuan", "ninh-thuan"), new("ninh-thuan", "dong-nai")],
        };
        var later = NationalSample.Year("8", 2021, ["binh-thuan", "dong-nai"]);
        await ShowAsync(
            NationalSample.School("binh-thuan", "Trường Chính trị Bình Thuận", "Bình Thuận", "8"),
            NationalSample.Row(told),
            NationalSample.Row(later),
            NationalSample.Row(NationalSample.Year("8", 2022, ["dong-nai", "tay-ninh"])),
            NationalSample.Row(NationalSample.Year("9", 2021, ["binh-thuan", "x"])),
            NationalSample.Inspection("8", 2020, "binh-thuan", InspectionStage.Concluded));

        var history = await Store.National.HistoryOfAsync("binh-thuan");

        Assert.Equal(
            new SchoolHistory("binh-thuan", "Trường Chính trị Bình Thuận", "Bình Thuận", "8",
            [
                new("8", 2021, Phase.Guided, Office.Head, null, null, null, null, [], null, [], []),
                new("8", 2020, Phase.Closed, Office.Deputy, Moment.Day("2020-02-24"), 91, 91, 2,
                    [new("8", 2020, "binh-thuan", Award.Certificate, NominationState.Declined, CampaignStory.Appraisal, "Chưa đủ minh chứng")],
                    InspectionStage.Concluded, ["dong-nai", "tay-ninh"], ["ninh-thuan"]),
            ]),
            history);
    }

    [Fact]
    public async Task a_school_s_years_in_a_cluster_that_it_has_left_are_not_forgotten()
    {
        await ShowAsync(
            NationalSample.Row(NationalSample.Year("joined", 2019, ["moved", "x"])),
            NationalSample.Row(NationalSample.Year("inspected", 2020, ["y", "moved"])),
            NationalSample.Row(NationalSample.Year("now", 2021, ["z", "w", "moved"])),
            NationalSample.Inspection("inspected", 2020, "moved", InspectionStage.Found));
        await RecordAsync("school:moved", "cluster-joined", """{"cluster":"joined"}""");
        await RecordAsync("school:moved", "cluster-joined", """{"cluster":"now"}""", NationalSample.School("moved", cluster: "now"));

        var history = await Store.National.HistoryOfAsync("moved");

        Assert.Equal(
            [("now", 2021, (Office?)null), ("inspected", 2020, Office.Deputy), ("joined", 2019, Office.Head)],
            history!.Years.Select(year => (year.Cluster, year.Year, year.Office)));
    }

    [Fact]
    public async Task a_school_that_was_merged_in_mid_year_keeps_what_it_had_signed_and_scored()
    {
        var year = CampaignStory.At(Phase.SelfScoring, MergerStory.Ruled(MergerStory.Generous with { Scores = SampleRegulation.Sourced(ScorePolicy.PredecessorOut) }))
            .And(Who.Officer("binh-thuan"), new CampaignCommand.SubmitSelfScores("binh-thuan", CampaignStory.SheetOf("binh-thuan")))
            .Merged(MergerStory.New, "binh-thuan");
        await ShowAsync(
            NationalSample.School("binh-thuan", cluster: "8"), NationalSample.School("long-an", cluster: "8"), NationalSample.Row(CampaignStory.StateOf(year)));

        var history = await Store.National.HistoryOfAsync("binh-thuan");

        var only = Assert.Single(history!.Years);
        Assert.Equal((Moment.Day("2020-02-24"), 91m), (only.SignedOn, only.SelfTotal));
        Assert.Empty((await Store.National.HistoryOfAsync("long-an"))!.Years);
    }

    [Fact]
    public async Task a_school_without_years_has_an_empty_history_and_one_that_is_not_registered_has_none()
    {
        await ShowAsync(NationalSample.School("new"), NationalSample.Row(NationalSample.Year("8", 2020, ["unregistered", "x"])));

        Assert.Equal(new SchoolHistory("new", "Trường Chính trị", "Tỉnh", null, []), await Store.National.HistoryOfAsync("new"));
        Assert.Null(await Store.National.HistoryOfAsync("unregistered"));
    }

    [Fact]
    public async Task schools_are_found_whatever_the_case_and_the_marks()
    {
        await ShowAsync(
            NationalSample.School("khanh-hoa", "Trường Chính trị Khánh Hòa", "Khánh Hòa"),
            NationalSample.School("dak-lak", "Trường Chính trị Đắk Lắk", "Đắk Lắk", "tay-nguyen"),
            NationalSample.School("dak-nong", "Trường Chính trị Đắk Nông", "Đắk Nông"),
            NationalSample.School("odd", "100% \\k_", "\"'"),
            NationalSample.Cluster("khanh-hoa", "khanh-hoa", "dak-lak"));

        await FoundAsync("khanh hoa", "khanh-hoa");
        await FoundAsync("KHÁNH HÒA", "khanh-hoa");
        await FoundAsync("Khánh Hoà", "khanh-hoa");
        await FoundAsync("Khánh Hòa".Normalize(NormalizationForm.FormD), "khanh-hoa");
        await FoundAsync("dak lak", "dak-lak");
        await FoundAsync("ĐẮK", "dak-lak", "dak-nong");
        await FoundAsync("đăk n", "dak-nong");
        await FoundAsync("dak-", "dak-lak", "dak-nong");
        await FoundAsync("truong", "dak-lak", "dak-nong", "khanh-hoa");
        await FoundAsync("", "dak-lak", "dak-nong", "khanh-hoa", "odd");
        await FoundAsync("hoa truong");
        foreach (var sign in new[] { "k_", "%", "\\", "'", "\"" })
            await FoundAsync(sign, "odd");
        foreach (var injection in new[] { "_a", "' OR '1'='1", "'; DROP TABLE views; --", "$limit", "$1", "\\u0061", "%%" })
            await FoundAsync(injection);
        Assert.Equal(4, (await Store.Views.ListAsync("school")).Count);
    }

    [Fact]
    public async Task a_search_goes_on_behind_the_last_code_of_its_page()
    {
        await ShowAsync([.. Enumerable.Range(1, 5).Select(n => NationalSample.School($"s{n}", $"Trường {n}", "Huế", "t")), NationalSample.School("s6", province: "Hà Nội")]);

        var first = await Store.National.SearchSchoolsAsync("hue", null, 2);
        var second = await Store.National.SearchSchoolsAsync("hue", first.Next, 2);
        var third = await Store.National.SearchSchoolsAsync("hue", second.Next, 2);

        Assert.Equal(new SchoolPage([new("s1", "Trường 1", "Huế", "t"), new("s2", "Trường 2", "Huế", "t")], "s2"), first);
        Assert.Equal(("s3,s4", "s4"), (Codes(second), second.Next));
        Assert.Equal(("s5", null), (Codes(third), third.Next));
    }

    private async Task FoundAsync(string text, params string[] schools)
    {
        var page = await Store.National.SearchSchoolsAsync(text, null, 10);
        Assert.Equal((text, string.Join(',', schools), null), (text, Codes(page), page.Next));
    }

    private static string Codes(SchoolPage page) => string.Join(',', page.Schools.Select(school => school.School));
}
