using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Documents;

namespace ClusterActors.Silo.Archives;

/// <summary>The documents that the cluster adopted, what schools registered for, and who was barred.</summary>
internal static class ProgrammeTables
{
    public static IEnumerable<Table> Of(ArchivedYear year)
    {
        var c = year.Campaign;
        yield return Table.Of<(DocumentView Document, AdoptedView? Adopted, DraftView Draft)>(
            "documents",
            "Văn bản của cụm",
            "Documents of the cluster",
            year.Documents.SelectMany(Versions),
            new("document", "Mã văn bản", "Document", row => row.Document.Rules.Code),
            new("name", "Tên văn bản", "Name", row => row.Document.Rules.Name),
            new("version", "Phiên bản; để trống là dự thảo", "Version; empty: a draft", row => row.Adopted?.Version),
            new("title", "Tiêu đề", "Title", row => row.Draft.Title),
            new("text", "Nội dung", "Text", row => row.Draft.Text),
            new("file_sha256", "Mã băm của tệp", "Hash of the file", row => row.Draft.FileHash),
            new("adopted_on", "Ngày thông qua", "Adopted on", row => row.Adopted?.On),
            new("consents", "Đồng ý", "Consents", row => row.Adopted?.Consents ?? row.Draft.Answers.Where(answer => answer.Consents).Select(answer => answer.School)));
        yield return Table.Of<RegistrationView>(
            "registrations",
            "Đăng ký thi đua",
            "Registration",
            c.Registrations ?? [],
            new("school", "Mã trường", "School", registered => registered.School),
            new("name", "Tên trường", "Name", registered => year.NameOf(registered.School)),
            new("flag", "Cờ thi đua", "Flag", registered => registered.Awards.Contains(Award.Flag)),
            new("certificate", "Bằng khen", "Certificate", registered => registered.Awards.Contains(Award.Certificate)),
            new("late", "Muộn", "Late", registered => registered.Late));
        yield return Table.Of<SchoolBar>(
            "bars",
            "Trường không được xét thi đua",
            "Bars",
            c.Bars ?? [],
            new("school", "Mã trường", "School", row => row.Bar.School),
            new("name", "Tên trường", "Name", row => year.NameOf(row.Bar.School)),
            new("kind", "Lý do", "Kind", row => row.Bar.Kind),
            new("on", "Từ ngày", "On", row => row.Bar.On),
            new("decision", "Quyết định", "Decision", row => row.Bar.Decision.Number),
            new("reason", "Nội dung", "Reason", row => row.Bar.Reason),
            new("lifted_on", "Gỡ bỏ ngày", "Lifted on", row => row.Lifted?.On),
            new("lifted_by", "Quyết định gỡ bỏ", "Lifted by", row => row.Lifted?.Decision.Number));
    }

    private static IEnumerable<(DocumentView Document, AdoptedView? Adopted, DraftView Draft)> Versions(DocumentView document) =>
    [
        .. document.Adopted.Select(adopted => (document, (AdoptedView?)adopted, adopted.Draft)),
        .. document.Draft is { } draft ? [(document, null, draft)] : Array.Empty<(DocumentView, AdoptedView?, DraftView)>(),
    ];
}
