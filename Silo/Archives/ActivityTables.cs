using ClusterActors.Activities;

namespace ClusterActors.Silo.Archives;

/// <summary>What the cluster did together, what came out of contests, and the practices that schools shared.</summary>
internal static class ActivityTables
{
    public static IEnumerable<Table> Of(ArchivedYear year)
    {
        EquatableList<ActivityView> activities = year.Activities?.Activities ?? [];
        yield return Table.Of<ActivityView>(
            "activities",
            "Hoạt động của cụm",
            "Activities",
            activities,
            new("activity", "Mã hoạt động", "Activity", a => a.Activity),
            new("kind", "Loại", "Kind", a => KindOf(year, a)),
            new("title", "Tên hoạt động", "Title", a => a.Title),
            new("standing", "Tình trạng", "Standing", a => a.Standing),
            new("host", "Đơn vị đăng cai", "Host", a => a.Report?.Host ?? a.Host),
            new("on", "Ngày", "On", a => a.Report?.HeldOn ?? a.On),
            new("place", "Địa điểm", "Place", a => a.Place),
            new("schools", "Trường tham gia", "Schools", a => a.Report?.Schools),
            new("participants_qualifier", "Mức", "Qualifier", a => a.Report?.Participants?.Qualifier),
            new("participants", "Số người tham gia", "Participants", a => a.Report?.Participants?.Number),
            new("outcome", "Kết quả", "Outcome", a => a.Report?.Outcome),
            new("called_off", "Lý do hủy", "Called off because", a => a.CalledOff));
        yield return Table.Of<(ActivityView Activity, ContestResult Result)>(
            "contest_results",
            "Kết quả hội thi, hội thao",
            "Results of contests",
            activities.SelectMany(a => (a.Report?.Results ?? []).Select(result => (a, result))),
            new("activity", "Mã hoạt động", "Activity", row => row.Activity.Activity),
            new("school", "Mã trường", "School", row => row.Result.School),
            new("name", "Tên trường", "Name", row => year.NameOf(row.Result.School)),
            new("place", "Thứ hạng", "Place", row => row.Result.Place),
            new("prize", "Giải", "Prize", row => row.Result.Prize));
        yield return Table.Of<PracticeView>(
            "practices",
            "Mô hình, cách làm hay",
            "Good practice",
            year.Activities?.Practices ?? [],
            new("number", "Số", "Number", p => p.Number),
            new("school", "Mã trường", "School", p => p.School),
            new("title", "Tên mô hình", "Title", p => p.Title),
            new("summary", "Nội dung", "Summary", p => p.Summary),
            new("document", "Tài liệu", "Document", p => p.Document),
            new("activity", "Mã hoạt động", "Activity", p => p.Activity),
            new("adopted_by", "Trường áp dụng", "Adopted by", p => p.Answers.Where(answer => answer.Adopts).Select(answer => answer.School)),
            new("noted_by", "Trường ghi nhận", "Noted by", p => p.Answers.Where(answer => !answer.Adopts).Select(answer => answer.School)));
    }

    private static string KindOf(ArchivedYear year, ActivityView activity) =>
        year.Activities!.Rules.Kinds.FirstOrDefault(kind => kind.Code == activity.Kind)?.Name ?? activity.Kind;
}
