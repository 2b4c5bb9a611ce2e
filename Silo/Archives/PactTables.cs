using ClusterActors.Campaigns;

namespace ClusterActors.Silo.Archives;

/// <summary>Pact, deadlines and what happened until the sheets were closed.</summary>
internal static class PactTables
{
    public static IEnumerable<Table> Of(ArchivedYear year)
    {
        var c = year.Campaign;
        yield return Table.Of<Target>(
            "targets", "Giao ước thi đua: chỉ tiêu", "Pact: targets", c.Targets,
            new("number", "Số", "Number", target => target.Number),
            new("text", "Chỉ tiêu", "Target", target => target.Text),
            new("unit", "Đơn vị tính", "Unit", target => target.Measure?.Unit),
            new("indicator", "Chỉ tiêu thống kê", "Indicator", target => target.Measure?.Indicator));
        yield return Table.Of<(int Target, PlannedValue Planned)>(
            "planned", "Giao ước thi đua: chỉ tiêu của từng trường", "Pact: what each school plans",
            c.Targets.SelectMany(target => (target.Measure?.Planned ?? []).Select(planned => (target.Number, planned))),
            new("target", "Số", "Target", row => row.Target),
            new("school", "Mã trường", "School", row => row.Planned.School),
            new("name", "Tên trường", "Name", row => year.NameOf(row.Planned.School)),
            new("planned", "Kế hoạch", "Planned", row => row.Planned.Value));
        yield return Table.Of<SignatureView>(
            "signatures", "Giao ước thi đua: chữ ký", "Pact: signatures", c.Signatures.Concat((c.Departed ?? []).Select(d => d.Signature).OfType<SignatureView>()),
            new("school", "Mã trường", "School", signature => signature.School),
            new("name", "Tên trường", "Name", signature => year.NameOf(signature.School)),
            new("signed_on", "Ngày ký", "Signed on", signature => signature.SignedOn),
            new("late", "Muộn", "Late", signature => signature.Late));
        yield return Table.Of<CampaignEvent.MidYearReviewed>(
            "mid_year_review", "Sơ kết 6 tháng", "Mid-year review", year.MidYear is { } review ? [review] : [],
            new("held_on", "Ngày", "Held on", held => held.HeldOn),
            new("host", "Đơn vị đăng cai", "Host", held => held.Host),
            new("directions", "Phương hướng", "Directions", held => held.Directions));
        yield return Table.Of<Academy.Deadline>(
            "deadlines", "Thời hạn", "Deadlines", c.Deadlines,
            new("step", "Bước", "Step", deadline => deadline.Step),
            new("day", "Ngày cuối", "Last day", deadline => deadline.Day),
            new("effect", "Quá hạn", "After it", deadline => deadline.Effect),
            new("source", "Căn cứ", "Source", deadline => deadline.Source));
        yield return Table.Of<ExtensionView>(
            "extensions", "Gia hạn", "Extensions", c.Extensions ?? [],
            new("step", "Bước", "Step", extension => extension.Step),
            new("before", "Ngày cuối trước đó", "Last day until then", extension => extension.Before),
            new("day", "Ngày cuối mới", "Last day since then", extension => extension.Day),
            new("by", "Trường gia hạn; để trống là Học viện", "School that extended; empty: the Academy", extension => extension.School),
            new("reason", "Lý do", "Reason", extension => extension.Reason));
        yield return Table.Of<ReturnView>(
            "returns", "Trả lại", "Returns", c.Returns ?? [],
            new("from", "Từ bước", "From", back => back.From),
            new("to", "Về bước", "To", back => back.To),
            new("by", "Trường trả lại; để trống là Học viện", "School that returned; empty: the Academy", back => back.School),
            new("reason", "Lý do", "Reason", back => back.Reason));
        yield return Table.Of<ConflictView>(
            "conflicts", "Xung đột lợi ích", "Declared conflicts", c.Conflicts,
            new("school", "Trường", "School", conflict => conflict.School),
            new("with", "Với trường", "With", conflict => conflict.With),
            new("reason", "Lý do", "Reason", conflict => conflict.Reason));
    }
}
