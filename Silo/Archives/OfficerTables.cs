using ClusterActors.Clusters;

namespace ClusterActors.Silo.Archives;

/// <summary>Who led the cluster, who followed, and what was handed over.</summary>
internal static class OfficerTables
{
    private enum Standing
    {
        InOffice,
        Proposed,
        Recognised,
        HandedOver,
    }

    private sealed record Officer(int Year, Office Office, string School, bool Acting, Standing Standing);

    public static IEnumerable<Table> Of(ArchivedYear year)
    {
        var c = year.Campaign;
        var next = c.HandedOverTo is not null ? Standing.HandedOver : c.Recognition is not null ? Standing.Recognised : Standing.Proposed;
        yield return Table.Of<Officer>(
            "officers", "Cụm trưởng, cụm phó", "Officers", Each(c.Officers, Standing.InOffice).Concat(c.Proposed is { } following ? Each(following, next) : []),
            new("year", "Năm", "Year", officer => officer.Year),
            new("office", "Chức danh", "Office", officer => officer.Office),
            new("school", "Mã trường", "School", officer => officer.School),
            new("name", "Tên trường", "Name", officer => year.NameOf(officer.School)),
            new("acting", "Phụ trách", "Acting", officer => officer.Acting),
            new("standing", "Tình trạng", "Standing", officer => officer.Standing),
            new("decision", "Quyết định công nhận", "Decision of recognition", officer => officer.Standing is Standing.Recognised or Standing.HandedOver ? c.Recognition?.Number : null));
        yield return Table.Of<HandoverItem>(
            "inventory", "Danh mục bàn giao", "Inventory of the handover", year.Inventory?.Items ?? [],
            new("version", "Phiên bản", "Version", _ => year.Inventory!.Version),
            new("subject", "Nhóm", "Subject", item => item.Subject),
            new("text", "Nội dung", "Text", item => item.Text));
        yield return Table.Of<HandoverSignature>(
            "handover", "Bàn giao: chữ ký", "Handover: signatures", year.Signatures,
            new("school", "Mã trường", "School", signature => signature.School),
            new("name", "Tên trường", "Name", signature => year.NameOf(signature.School)),
            new("signed_on", "Ngày ký", "Signed on", signature => signature.SignedOn),
            new("inventory", "Phiên bản danh mục", "Version of the inventory", signature => signature.Inventory));
    }

    private static IEnumerable<Officer> Each(Officers officers, Standing standing) =>
        officers.Deputies.Select(deputy => new Officer(officers.Year, Office.Deputy, deputy, false, standing)).Prepend(new(officers.Year, Office.Head, officers.Head, officers.Acting, standing));
}
