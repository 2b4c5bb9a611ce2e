using System.Text;
using System.Text.Json.Nodes;
using ClusterActors.Gateway;
using ClusterActors.Journal;
using ClusterActors.Silo.Archives;

namespace ClusterActors.Tests.Archives;

public sealed class ArchiveTests
{
    [Fact]
    public async Task a_closed_year_is_archived_and_what_is_written_anew_from_its_entries_is_the_same()
    {
        var journal = await ClosedYear.CoveredAsync();
        Assert.Empty(await CheckAsync(await journal.ArchiveAsync()));
    }

    [Fact]
    public async Task the_same_year_gives_the_same_bytes_however_far_the_journal_has_gone_on()
    {
        var journal = await ClosedYear.CoveredAsync();
        var before = (await journal.ArchiveAsync()).ToArray();
        foreach (var stream in new[] { "cluster:9", "cluster:8", "school:tay-ninh", "statistics:tay-ninh:2021", "campaign:8:2021" })
            journal.GoOn(stream);
        journal.Cover();
        Assert.Equal(before, (await journal.ArchiveAsync()).ToArray());

        journal.GoOn("inspection:8:2020:tay-ninh");
        await NotAsync(GatewayCode.CheckpointAwaited, journal, ClosedYear.Key);
        journal.Cover();
        var after = await journal.ArchiveAsync();
        Assert.NotEqual(before, after.ToArray());
        Assert.Empty(await CheckAsync(after));
    }

    [Fact]
    public async Task what_is_not_there_or_not_closed_or_not_covered_is_not_archived()
    {
        var open = await ClosedYear.PlayAsync(closed: false);
        open.Cover();
        await NotAsync(GatewayCode.YearNotClosed, open, ClosedYear.Key);
        await NotAsync(RefusalCode.NotFound, open, new("8", 2021));
        await NotAsync(GatewayCode.CheckpointAwaited, await ClosedYear.PlayAsync(), ClosedYear.Key);
    }

    [Fact]
    public async Task entries_of_a_year_that_was_not_closed_make_no_archive_also_where_somebody_has_kept_an_earlier_checkpoint()
    {
        var open = await ClosedYear.PlayAsync(closed: false);
        var cut = new ArchiveCut(ClosedYear.Key, new(ClosedYear.Key, ArchiveCut.SchoolsOf(open.Shown)), open.Cover(), (await open.ReadHeadsAsync()).Heads);
        await Assert.ThrowsAsync<FormatException>(() => ArchiveWriter.WriteAsync(new JournalSource(open, cut), new MemoryStream(), CancellationToken.None));
    }

    [Fact]
    public async Task page_and_tables_say_what_the_year_shows_to_the_last_digit()
    {
        var journal = await ClosedYear.CoveredAsync();
        var files = Forgery.Unpack(await journal.ArchiveAsync()).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));
        var year = journal.Shown;

        Assert.Equal(
            year.Ranking.Select(row => $"\"{row.Rank}\",\"{row.School}\",\"Trường Chính trị {row.School}\",\"{Number(row.Total)}\",\"{Number(row.Bonus)}\",\"{Number(row.Penalty)}\""),
            Rows("ranking"));
        Assert.Equal(
            year.Sheets.SelectMany(sheet => sheet.SelfScores.Zip(sheet.Verified, (self, verified) => $"\"{sheet.School}\",\"{self.Criterion}\",{Number(self.Points)},{Number(verified.Points)}")),
            Rows("scores").Select(row => row.Split(',') is var cells ? $"{cells[0]},{cells[1]},{cells[3].Trim('"')},{cells[4].Trim('"')}" : ""));
        Assert.Equal(year.Roll.Count, Rows("signatures").Count);
        Assert.Equal(year.Inspections.Count, Rows("inspections").Sum(row => row.Split("\",\"")[1].Split("; ").Length));
        Assert.Equal(["\"flag\",\"ninh-thuan\"", "\"certificate\",\"binh-thuan\""], Rows("nominations").Select(row => string.Join(',', row.Split(',')[..2])));
        var header = files["tables/votes.csv"].TrimStart('\uFEFF').Split("\r\n")[0].Split(',').ToList();
        Assert.Equal(
            ["\"2/3\"", "\"roll\"", "\"2/3\"", "\"score; fewer-penalties; bonus; lot\""],
            new[] { "quorum_rule", "base_rule", "threshold", "tie_chain" }.Select(column => Rows("votes")[0].Split(',')[header.IndexOf($"\"{column}\"")]));
        Assert.Equal(["\"ninh-thuan\"", "\"binh-thuan\""], Rows("handover").Select(row => row.Split(',')[0]));
        Assert.Equal(["\"tay-ninh\",\"full-year\",\"1\",\"hours\",\"Giờ giảng\",\"more-than\",\"12.5\",\"11; 12\""], Rows("figures"));

        Assert.Equal(["\"plan\",\"Kế hoạch\",\"1\",\"Kế hoạch năm 2020\",\"Hai hội thảo; một hội thi\",\"\",\"2020-02-20\""], Rows("documents").Select(row => string.Join(',', row.Split(',')[..7])));
        Assert.Equal(["\"ninh-thuan\",\"Trường Chính trị ninh-thuan\",\"yes\",\"no\",\"no\""], Rows("registrations"));
        Assert.Equal(["\"dong-nai\",\"Trường Chính trị dong-nai\",\"complaint\",\"2021-02-26\",\"8/QĐ\",\"Đơn tố cáo\",\"\",\"\""], Rows("bars"));

        Assert.Equal(
            ["\"sports\",\"Hội thao\",\"Hội thao cụm\",\"held\",\"binh-thuan\",\"2020-02-19\",\"Phan Thiết\",\"binh-thuan; tay-ninh\",\"about\",\"150\",\"Vui khỏe\",\"\""], Rows("activities"));
        Assert.Equal(["\"sports\",\"tay-ninh\",\"Trường Chính trị tay-ninh\",\"1\",\"Giải Nhất\""], Rows("contest_results"));
        Assert.Equal(["\"1\",\"tay-ninh\",\"Tập thể kiểu mẫu\",\"Cách làm hay\",\"\",\"sports\",\"dong-nai\",\"\""], Rows("practices"));

        var page = files["index.html"];
        Assert.All(year.Ranking, row => Assert.Contains($"<td class=\"n\">{Number(row.Total)}</td>", page, StringComparison.Ordinal));
        Assert.Contains("<h2 id=\"handover\">Bàn giao: chữ ký<small lang=\"en\">Handover: signatures</small></h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);

        List<string> Rows(string table) => [.. files[$"tables/{table}.csv"].TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    [Fact]
    public async Task a_cell_is_quoted_and_no_formula_for_a_spreadsheet()
    {
        var table = Table.Of<object>("t", "b", "t", ["=1+1", "say \"no\",\r\nplease", -0.50m], new Column<object>("value", "v", "v", value => value));
        using var file = new MemoryStream();
        await Csv.WriteAsync(table, file);
        Assert.Equal("\uFEFF\"value\"\r\n\"'=1+1\"\r\n\"say \"\"no\"\",\r\nplease\"\r\n\"-0.5\"\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task a_byte_that_is_changed_in_any_file_or_between_them_is_found()
    {
        var sound = await (await ClosedYear.CoveredAsync()).ArchiveAsync();
        var (files, archive) = (Forgery.Unpack(sound), sound.ToArray());
        // Nothing is compressed, so that every file lies in the archive as it is: one byte of it, and one of its name in front of it.
        var places = files.SelectMany(file => archive.AsSpan().IndexOf(file.Value) is var start && start > 0 ? new[] { start - 2, start + (file.Value.Length / 2) } : []).ToList();
        Assert.Equal(2 * files.Count, places.Count);
        var directory = archive.AsSpan().IndexOf("PK\u0001\u0002"u8);
        foreach (var place in places.Concat(Enumerable.Range(0, 30).Select(i => directory + (i * (archive.Length - directory) / 30))))
        {
            archive[place] ^= 0x01;
            Assert.True((await CheckAsync(new(archive))).Count > 0, $"The change at {place} of {archive.Length} was not found.");
            archive[place] ^= 0x01;
        }

        Assert.Empty(await CheckAsync(new(archive)));
    }

    [Fact]
    public async Task who_changes_the_manifest_as_well_is_found_by_what_follows_from_the_entries()
    {
        var archive = await (await ClosedYear.CoveredAsync()).ArchiveAsync();
        await FoundAsync(ArchiveFinding.NotReproduced, "tables/ranking.csv", Forgery.Change(archive, "tables/ranking.csv", text => text.Replace("\"1\",\"ninh-thuan\"", "\"1\",\"tay-ninh\"", StringComparison.Ordinal)));
        await FoundAsync(ArchiveFinding.NotReproduced, "index.html", Forgery.Change(archive, "index.html", text => text + "<p>Cờ cho Tây Ninh</p>"));
        await FoundAsync(Finding.EventBroken, Forgery.Change(archive, ArchiveFiles.Entries, text => text.Replace("Thiếu minh chứng", "Đủ minh chứng", StringComparison.Ordinal)));
        await FoundAsync(Finding.HeadBroken, Forgery.Change(archive, ArchiveFiles.Entries, text => Lines(text, lines => lines[..^1])));
        await FoundAsync(Finding.HeadBroken, Forgery.Change(archive, ArchiveFiles.Heads, text => Lines(text, lines => lines[1..])));
        await FoundAsync(Finding.CheckpointBroken, Forgery.Change(archive, ArchiveFiles.Heads, text => text + """{"stream":"school:zz","version":1,"hash":"00"}""" + "\n"));
        await FoundAsync(Finding.CheckpointBroken, Forgery.Change(archive, ArchiveFiles.Readme, text => text, manifest => manifest["checkpoint"]!["root"] = new string('0', 64)));
        await FoundAsync(ArchiveFinding.OtherFormat, Forgery.Change(archive, ArchiveFiles.Readme, text => text, manifest => manifest["format"] = 2));
        await FoundAsync(ArchiveFinding.FileChanged, Forgery.Change(archive, ArchiveFiles.Readme, text => text, manifest => manifest["files"]!.AsArray().RemoveAt(0)));
        await FoundAsync(ArchiveFinding.Unreadable, new("no zip"u8.ToArray()));
    }

    [Fact]
    public async Task a_checkpoint_that_somebody_keeps_tells_an_archive_of_another_journal()
    {
        var journal = await ClosedYear.CoveredAsync();
        var kept = (await journal.ReadCheckpointsAsync())[0];
        var archive = await journal.ArchiveAsync();
        Assert.Empty(await ArchiveCheck.RunAsync(archive, [new(9, new byte[32]), new(kept.Number, kept.Root)], CancellationToken.None));
        Assert.Equal(Finding.CheckpointForgotten, Assert.Single(await ArchiveCheck.RunAsync(archive, [new(kept.Number, new byte[32])], CancellationToken.None)).Code);
    }

    [Fact]
    public async Task the_chain_can_be_recomputed_by_the_recipe_in_the_archive_alone()
    {
        var files = Forgery.Unpack(await (await ClosedYear.CoveredAsync()).ArchiveAsync());
        var checkpoint = JsonNode.Parse(files[ArchiveFiles.Manifest])!["checkpoint"]!;
        Assert.Equal((string)checkpoint["root"]!, Recipe.Root(Lines(ArchiveFiles.Heads), (long)checkpoint["position"]!, (string)checkpoint["previous"]!));
        Assert.All(Lines(ArchiveFiles.Entries), entry => Assert.Equal((string)entry["hash"]!, Recipe.Hash(entry)));

        List<JsonNode> Lines(string name) => [.. Encoding.UTF8.GetString(files[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private static string Lines(string text, Func<string[], string[]> change) =>
        string.Concat(change(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => line + "\n"));

    private static string Number(decimal value) => Cell.Of(value).Text;

    private static Task<IReadOnlyList<ArchiveFinding>> CheckAsync(MemoryStream archive) => ArchiveCheck.RunAsync(archive, [], CancellationToken.None);

    private static async Task FoundAsync(string code, string place, MemoryStream archive) => Assert.Equal([new(code, place)], await CheckAsync(archive));

    private static async Task FoundAsync(string code, MemoryStream archive) => Assert.Contains(code, (await CheckAsync(archive)).Select(finding => finding.Code));

    private static async Task NotAsync(string code, IJournalReader journal, CampaignKey year)
    {
        var not = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveExport.WriteAsync(journal, year, new MemoryStream(), CancellationToken.None));
        Assert.Equal(code, not.Code);
    }
}
