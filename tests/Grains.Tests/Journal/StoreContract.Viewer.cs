using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;

namespace ClusterActors.Tests.Journal;

public abstract partial class StoreContract
{
    [Fact]
    public async Task the_journal_of_a_school_holds_what_concerns_it_and_nothing_else()
    {
        await RecordAsync("academy:vn", "school-registered", """{"school":"a","name":"A"}""", new("academy:vn", "academy", 1, Sample.Bytes("{}")));
        await RecordAsync("academy:vn", "school-registered", """{"school":"b","name":"not a"}""");
        await RecordAsync("school:a", "registered", """{"name":"A"}""", NationalSample.School("a", cluster: "t"));
        await RecordAsync("school:b", "registered", """{"school":"b","of":"a"}""", NationalSample.School("b", cluster: "t"));
        await RecordAsync("cluster:t", "formed", """{"members":["b",["a"]]}""", NationalSample.Cluster("t", "a", "b"));
        await RecordAsync("cluster:t", "year-opened", """{"year":2026}""");
        await RecordAsync("campaign:t:2026", "pact-signed", """{"school":"a"}""", NationalSample.Row(NationalSample.Year("t", 2026, ["b", "a"])));
        await RecordAsync("campaign:t:2026", "pact-signed", """{"school":"b"}""");
        await RecordAsync("campaign:t:2026", "like", """{"a":"ab","b":"a b","c":"\"a\"","d":["A"]}""");
        await RecordAsync("inspection:t:2026:a", "findings-recorded", """{"by":"x"}""", NationalSample.Inspection("t", 2026, "a", InspectionStage.Found));
        await RecordAsync("inspection:t:2026:b", "assigned", """{"school":"b","inspectors":["a"]}""", NationalSample.Inspection("t", 2026, "b", InspectionStage.Found));
        await RecordAsync("inspection:t:2026:b", "findings-recorded", """{"by":"b"}""");
        await RecordAsync("cluster:u", "formed", """{"members":["a"]}""", NationalSample.Cluster("u", "a"));

        var page = await Store.Viewer.OfSchoolAsync("a", null, 20);

        Assert.Equal(
            [
                ("inspection:t:2026:b", 1), ("inspection:t:2026:a", 1), ("campaign:t:2026", 1), ("cluster:t", 1), ("school:a", 1), ("academy:vn", 1),
            ],
            page.Entries.Select(e => (e.Stream, e.Version)));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task the_registry_is_in_the_order_of_the_academys_decisions_up_to_a_version()
    {
        Assert.Equal(new([], []), await Store.Viewer.RegistryAsync(7));
        await RecordAsync("academy:vn", "official-appointed", """{"person":"an"}""");
        await RecordAsync("academy:vn", "school-registered", """{"school":"b","name":"B","province":"P"}""");
        await RecordAsync("academy:vn", "school-registered", """{"school":"a","name":"A","province":"P"}""");
        await RecordAsync("academy:vn", "school-corrected", """{"school":"b","name":"C","province":"P","reason":"r"}""");
        await RecordAsync("academy:vn", "cluster-formed", """{"cluster":"t","number":null,"name":"T","members":["a","b"]}""");
        await RecordAsync("academy:vn", "school-registered", """{"school":"c","name":"C","province":"P"}""");
        await RecordAsync("academy:other", "school-registered", """{"school":"x","name":"X","province":"P"}""");

        Assert.Equal(new(["b", "a", "c"], ["t"]), await Store.Viewer.RegistryAsync(6));
        Assert.Equal(new(["b", "a"], []), await Store.Viewer.RegistryAsync(4));
    }

    [Fact]
    public async Task a_regulation_is_the_last_issued_for_its_year_and_a_campaigns_own_copy()
    {
        static string Holding(int year, int version) => $$"""{"cluster":"t","regulation":{{System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(SampleRegulation.Of(year, version)))}}}""";
        Assert.Null(await Store.Viewer.RegulationAsync("academy:vn", 2026));
        await RecordAsync("academy:vn", "regulation-issued", Holding(2026, 1));
        await RecordAsync("academy:vn", "regulation-issued", Holding(2027, 1));
        await RecordAsync("campaign:t:2026", "opened", Holding(2026, 1));
        await RecordAsync("academy:vn", "regulation-issued", Holding(2026, 2));

        Assert.Equal(SampleRegulation.Of(2026, 2), await Store.Viewer.RegulationAsync("academy:vn", 2026));
        Assert.Equal(SampleRegulation.Of(2026), await Store.Viewer.RegulationAsync("campaign:t:2026", 2026));
        Assert.Null(await Store.Viewer.RegulationAsync("campaign:u:2026", 2026));
        Assert.Null(await Store.Viewer.RegulationAsync("academy:vn", 2025));
    }

    [Fact]
    public async Task an_entry_says_who_did_what_when_and_why()
    {
        const string Payload = """{"officers":{"head":"a"},"total":95.10,"tên":"Hà Nội","reason":"Theo quyết định","later":{"reason":"not this"}}""";
        await RecordAsync("school:a", "corrected", Payload);
        await RecordAsync("school:a", "nested", """{"list":[{"reason":"of an item"}],"correction":{"of":1,"reason":"inside"}}""");
        await RecordAsync("school:a", "without", """{"list":[{"reason":"of an item"}],"reason":7}""");

        var entries = (await Store.Viewer.OfSchoolAsync("a", null, 20)).Entries;

        Assert.Equal([null, "inside", "Theo quyết định"], entries.Select(e => e.Reason));
        var recorded = Assert.Single(await AllEventsAsync(), e => e.Type == "corrected");
        var shown = entries[2];
        Assert.Equal(Payload, shown.Payload.GetRawText());
        Assert.Equal(
            (recorded.Position, "school:a", 1, "corrected", recorded.RecordedAt, "p1@school:hn", recorded.OperationId),
            (shown.Position, shown.Stream, shown.Version, shown.Type, shown.RecordedAt, shown.Actor, shown.OperationId));
    }

    [Fact]
    public async Task the_journal_of_a_school_is_read_page_by_page_from_the_latest()
    {
        await ShowAsync(NationalSample.School("b"));
        for (var n = 0; n < 5; n++)
        {
            await RecordAsync("school:a", "appointed", "{}");
            await RecordAsync("school:b", "appointed", "{}");
        }

        var shown = new List<long>();
        var page = await Store.Viewer.OfSchoolAsync("a", null, 2);
        for (; page.Next is not null; page = await Store.Viewer.OfSchoolAsync("a", page.Next, 2))
        {
            Assert.Equal((2, page.Next), (page.Entries.Count, page.Entries[^1].Position));
            shown.AddRange(page.Entries.Select(e => e.Position));
        }

        shown.AddRange(page.Entries.Select(e => e.Position));
        Assert.Equal((await ReadAsync("school:a")).Events.Select(e => e.Position).Reverse(), shown);
        Assert.Empty((await Store.Viewer.OfSchoolAsync("a", shown[^1], 2)).Entries);
    }

    [Fact]
    public async Task what_happened_in_a_cluster_that_a_school_has_left_stays_in_its_journal()
    {
        await ShowAsync(NationalSample.Cluster("new", "a", "x"));
        await RecordAsync("cluster:old", "formed", """{"members":["a","b"]}""", NationalSample.Cluster("old", "b", "c"));
        await RecordAsync("school:a", "cluster-joined", """{"cluster":"old"}""");
        await RecordAsync("school:a", "cluster-joined", """{"cluster":"new"}""", NationalSample.School("a", cluster: "new"));

        Assert.Equal(["school:a", "school:a", "cluster:old"], (await Store.Viewer.OfSchoolAsync("a", null, 20)).Entries.Select(e => e.Stream));
    }

    [Fact]
    public async Task a_school_that_nobody_knows_has_no_journal() =>
        Assert.Equal(new JournalPage([], null), await Store.Viewer.OfSchoolAsync("nobody", null, 20));

    /// <summary>One more event of a stream, with this payload and, if given, the view after it.</summary>
    private async Task RecordAsync(string stream, string type, string payload, ViewRow? view = null)
    {
        var head = await ReadAsync(stream);
        var append = Sample.Append(head, $"op-{head.Version + 1}");
        var made = append.Events[0];
        var bytes = Sample.Bytes(payload);
        var hash = Chain.Link(stream, made.Version, type, bytes, made.Actor, made.OperationId, made.RecordedAt, made.PreviousHash);
        await GivenAsync(append with
        {
            Events = [made with { Type = type, Payload = bytes, Hash = hash }],
            View = view is null ? null : view with { Version = append.NewVersion },
        });
    }
}
