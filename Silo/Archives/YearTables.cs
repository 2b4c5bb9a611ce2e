using ClusterActors.Campaigns;

namespace ClusterActors.Silo.Archives;

/// <summary>Every table of an archive, in the order in which a reader wants them.</summary>
internal static class YearTables
{
    public static IReadOnlyList<Table> Of(ArchivedYear year) =>
        [.. Begin(year), .. ProgrammeTables.Of(year), .. ActivityTables.Of(year), .. PactTables.Of(year), .. ScoreTables.Of(year), .. VoteTables.Of(year), .. OfficerTables.Of(year), FigureTable.Of(year)];

    private static IEnumerable<Table> Begin(ArchivedYear year)
    {
        var c = year.Campaign;
        yield return Table.Of<(string Vietnamese, string English, object? Value)>(
            "summary",
            "Năm thi đua",
            "The year",
            [
                ("Cụm thi đua", "cluster", year.ClusterName),
                ("Mã cụm", "code of the cluster", c.Cluster),
                ("Năm", "year", $"{c.Year}"),
                ("Hướng dẫn của Học viện", "guidance of the Academy", $"{year.Guidance.Reference}, {Cell.Of(year.Guidance.IssuedOn).Text}"),
                ("Chủ đề", "theme", c.Theme ?? year.Guidance.Theme),
                ("Số thành viên", "members", c.Roll.Count),
                ("Phiên bản bảng xếp hạng", "version of the ranking", c.RankingVersion),
                ("Điểm trung bình", "mean score", c.MeanScore),
                ("Số ngẫu nhiên để phân công kiểm tra", "seed of the draw of inspectors", c.Draw?.Seed),
                ("Quyết định kết thúc sớm", "decision that ended the year early", year.Ended is { } ended ? $"{ended.Decision.Number}: {ended.Reason}" : null),
            ],
            new("subject", "Nội dung", "Subject", row => row.English),
            new("subject_vi", "Tiếng Việt", "In Vietnamese", row => row.Vietnamese),
            new("value", "Giá trị", "Value", row => row.Value));
        yield return Table.Of(
            "members",
            "Thành viên",
            "Members",
            c.Roll.Select(school => (School: school, Departed: (DepartedView?)null)).Concat((c.Departed ?? []).Select(d => (d.School, Departed: (DepartedView?)d))),
            new("school", "Mã trường", "School", row => row.School),
            new("name", "Tên trường", "Name", row => year.NameOf(row.School)),
            new("province", "Tỉnh, thành phố", "Province", row => year.School(row.School)?.Province),
            new("standing", "Tình trạng", "Standing", row => row.Departed is null ? Standing.Member : Standing.Merged),
            new("merged_into", "Sáp nhập vào", "Merged into", row => row.Departed?.Successor),
            new("merged_on", "Từ ngày", "Merged on", row => row.Departed?.On),
            new("decision", "Quyết định", "Decision", row => row.Departed?.Decision.Number));
    }

    private enum Standing
    {
        Member,
        Merged,
    }
}
