using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Scoring;

namespace ClusterActors.Silo.Archives;

/// <summary>Sheets, inspections and the ranking. Numbers are the journal's, never rounded once more.</summary>
internal static class ScoreTables
{
    private sealed record ScoreRow(string School, string Criterion, Score? Self, Score? Verified);

    public static IEnumerable<Table> Of(ArchivedYear year)
    {
        var c = year.Campaign;
        var names = NamesOf(year.Regulation.Scores);
        var sheets = c.Sheets.Concat((c.Departed ?? []).Select(d => d.Sheet).OfType<SheetView>()).ToList();
        yield return Table.Of<SheetView>(
            "sheets", "Phiếu tự chấm", "Score sheets", sheets,
            new("school", "Mã trường", "School", sheet => sheet.School),
            new("name", "Tên trường", "Name", sheet => year.NameOf(sheet.School)),
            new("version", "Phiên bản", "Version", sheet => sheet.Version),
            new("late", "Muộn", "Late", sheet => sheet.Late),
            new("self_total", "Tổng điểm tự chấm", "Total by its own scores", sheet => sheet.SelfTotal));
        yield return Table.Of<ScoreRow>(
            "scores", "Bảng chấm điểm", "Scores", sheets.SelectMany(Rows),
            new("school", "Mã trường", "School", row => row.School),
            new("criterion", "Mã tiêu chí", "Criterion", row => row.Criterion),
            new("criterion_name", "Tiêu chí", "Name", row => names.GetValueOrDefault(row.Criterion)),
            new("self", "Tự chấm", "Self-score", row => row.Self?.Points),
            new("verified", "Đã xác minh", "Verified", row => row.Verified?.Points),
            new("assigned", "Được giao", "Assigned", row => (row.Verified ?? row.Self)?.Entry?.Assigned),
            new("self_target", "Chỉ tiêu tự khai", "Target as entered", row => row.Self?.Entry?.Target),
            new("verified_target", "Chỉ tiêu đã xác minh", "Target as verified", row => row.Verified?.Entry?.Target),
            new("estimated_months", "Tháng ước tính", "Estimated months", row => (row.Verified ?? row.Self)?.Entry?.EstimatedMonths),
            new("evidence", "Minh chứng", "Evidence", row => row.Self?.Entry?.Evidence));
        yield return Table.Of<(string School, LayerView Layer)>(
            "layers", "Các lớp điểm", "Layers of the scores", Layers(sheets),
            new("school", "Mã trường", "School", row => row.School),
            new("layer", "Lớp", "Layer", row => row.Layer.Layer),
            new("total", "Tổng", "Total", row => row.Layer.Total),
            new("bonus", "Điểm thưởng", "Bonus", row => row.Layer.Bonus),
            new("penalty", "Điểm trừ", "Penalty", row => row.Layer.Penalty));
        yield return Table.Of<(string School, ScoreLayer Layer, NodeView Node)>(
            "nodes", "Cây tiêu chí", "Nodes of the criteria tree", Layers(sheets).SelectMany(row => row.Layer.Nodes.Select(node => (row.School, row.Layer.Layer, node))),
            new("school", "Mã trường", "School", row => row.School),
            new("layer", "Lớp", "Layer", row => row.Layer),
            new("node", "Mã tiêu chí", "Node", row => row.Node.Code),
            new("node_name", "Tiêu chí", "Name", row => names.GetValueOrDefault(row.Node.Code)),
            new("points", "Điểm", "Points", row => row.Node.Points),
            new("cut_from", "Trước khi giới hạn", "Before it was cut", row => row.Node.CutFrom),
            new("estimated", "Có ước tính", "Estimated", row => row.Node.Estimated),
            new("best", "Mức so sánh", "Measured by", row => row.Node.Best));
        yield return Table.Of<InspectionView>(
            "inspections", "Kiểm tra chéo", "Cross-inspections", year.Inspections,
            new("school", "Trường được kiểm tra", "Inspected school", inspection => inspection.School),
            new("inspectors", "Trường kiểm tra", "Inspectors", inspection => inspection.Inspectors),
            new("stage", "Tình trạng", "Stage", inspection => inspection.Stage),
            new("visited_on", "Ngày kiểm tra", "Visited on", inspection => inspection.VisitedOn),
            new("recording", "Lần ghi", "Recording", inspection => inspection.Recording),
            new("late", "Muộn", "Late", inspection => inspection.Late),
            new("explanation", "Giải trình", "Explanation", inspection => inspection.Explanation),
            new("answer_by", "Hạn trả lời", "Answer by", inspection => inspection.AnswerBy),
            new("answered_late", "Trả lời muộn", "Answered late", inspection => inspection.AnsweredLate),
            new("silent", "Không trả lời", "Silent", inspection => inspection.Silent),
            new("team", "Đoàn", "Team", inspection => inspection.Team),
            new("lead", "Trường trưởng đoàn", "Lead", inspection => inspection.Lead),
            new("place", "Địa điểm", "Place", inspection => inspection.Visit?.Place),
            new("present", "Các trường tham dự", "Schools present", inspection => inspection.Visit?.Present));
        yield return Table.Of<InspectionTeam>(
            "teams", "Đoàn kiểm tra", "Teams of inspectors", c.Teams ?? [],
            new("team", "Đoàn", "Team", team => team.Number),
            new("members", "Trường trong đoàn", "Members", team => team.Members),
            new("inspects", "Trường được kiểm tra", "Inspects", team => team.Inspects),
            new("site", "Nơi kiểm tra", "Site", team => team.Site));
        yield return Table.Of<(string School, Finding Finding)>(
            "findings", "Kết quả kiểm tra", "Findings", year.Inspections.SelectMany(inspection => inspection.Findings.Select(finding => (inspection.School, finding))),
            new("school", "Mã trường", "School", row => row.School),
            new("criterion", "Mã tiêu chí", "Criterion", row => row.Finding.Criterion),
            new("criterion_name", "Tiêu chí", "Name", row => names.GetValueOrDefault(row.Finding.Criterion)),
            new("points", "Điểm", "Points", row => row.Finding.Points),
            new("reason", "Lý do", "Reason", row => row.Finding.Reason));
        yield return Table.Of<RankingRow>(
            "ranking", "Xếp hạng", "Ranking", c.Ranking,
            new("rank", "Hạng", "Rank", row => row.Rank),
            new("school", "Mã trường", "School", row => row.School),
            new("name", "Tên trường", "Name", row => year.NameOf(row.School)),
            new("total", "Tổng điểm", "Total", row => row.Total),
            new("bonus", "Điểm thưởng", "Bonus", row => row.Bonus),
            new("penalty", "Điểm trừ", "Penalty", row => row.Penalty));
        yield return Table.Of<AdvisoryRow>(
            "advisory", "Cột tham khảo (không tính vào điểm)", "Advisory columns, in no score", c.Advisory ?? [],
            new("school", "Mã trường", "School", row => row.School),
            new("adjustment", "Điều chỉnh", "Adjustment", row => row.Adjustment),
            new("agreement", "Tỷ lệ giữ nguyên", "Agreement", row => row.Agreement),
            new("inspector_effect", "Mức chấm của trường kiểm tra", "Inspector effect", row => row.InspectorEffect),
            new("deviates", "Khác thường", "Deviates", row => row.Deviates));
    }

    private static IEnumerable<ScoreRow> Rows(SheetView sheet) =>
        sheet.SelfScores.Select(score => score.Criterion).Union(sheet.Verified.Select(score => score.Criterion)).Select(criterion => new ScoreRow(
            sheet.School,
            criterion,
            sheet.SelfScores.FirstOrDefault(score => score.Criterion == criterion),
            sheet.Verified.FirstOrDefault(score => score.Criterion == criterion)));

    private static IEnumerable<(string School, LayerView Layer)> Layers(IEnumerable<SheetView> sheets) =>
        sheets.SelectMany(sheet => (sheet.Layers ?? []).Select(layer => (sheet.School, layer)));

    private static Dictionary<string, string> NamesOf(ScoreRules rules)
    {
        var names = rules.Groups.SelectMany(group => group.Criteria).ToDictionary(criterion => criterion.Code, criterion => criterion.Name);
        var open = new Stack<ScoreNode>(rules.Tree is { } tree ? [tree.Root] : []);
        while (open.TryPop(out var node))
        {
            names[node.Code] = node.Name;
            foreach (var child in node.Rule is NodeRule.Branch branch ? branch.Children : [])
                open.Push(child);
        }

        return names;
    }
}
