namespace ClusterActors.Silo.Archives;

/// <summary>Words for the codes that cells hold.</summary>
internal static class Terms
{
    private static readonly Dictionary<string, Term> Words = new(StringComparer.Ordinal)
    {
        ["yes"] = new("có", "yes"),
        ["no"] = new("không", "no"),
        ["flag"] = new("Cờ thi đua", "Flag"),
        ["certificate"] = new("Bằng khen", "Certificate"),
        ["head"] = new("Cụm trưởng", "head"),
        ["deputy"] = new("Cụm phó", "deputy"),
        ["paper"] = new("phiếu giấy", "on paper"),
        ["open"] = new("công khai", "open"),
        ["nominated"] = new("đề nghị", "nominated"),
        ["deciding"] = new("đang quyết định", "being decided"),
        ["barred"] = new("đã có khen thưởng khác", "has another award"),
        ["granted"] = new("được tặng", "granted"),
        ["declined"] = new("không được tặng", "declined"),
        ["revoked"] = new("bị thu hồi", "revoked"),
        ["proposed"] = new("được đề xuất", "proposed"),
        ["recognised"] = new("được công nhận", "recognised"),
        ["in-office"] = new("đương nhiệm", "in office"),
        ["handed-over"] = new("đã nhận bàn giao", "has taken over"),
        ["member"] = new("thành viên", "member"),
        ["merged"] = new("đã sáp nhập", "merged"),
        ["self"] = new("tự chấm", "self"),
        ["inspected"] = new("kiểm tra chéo", "inspected"),
        ["final"] = new("kết luận", "final"),
        ["appraised"] = new("thẩm định", "appraised"),
        ["assigned"] = new("đã phân công", "assigned"),
        ["found"] = new("đã kiểm tra", "found"),
        ["explained"] = new("đã giải trình", "explained"),
        ["concluded"] = new("đã kết luận", "concluded"),
        ["discipline"] = new("kỷ luật", "discipline"),
        ["investigation"] = new("điều tra", "investigation"),
        ["inspection-findings"] = new("kết quả thanh tra", "findings of a state inspection"),
        ["complaint"] = new("khiếu nại, tố cáo", "complaint"),
        ["registration"] = new("đăng ký thi đua", "registration"),
        ["pact-signature"] = new("ký giao ước", "signature of the pact"),
        ["self-scores"] = new("tự chấm điểm", "self-scores"),
        ["findings"] = new("kết quả kiểm tra", "findings"),
        ["mid-year-review"] = new("sơ kết 6 tháng", "mid-year review"),
        ["conference"] = new("hội nghị tổng kết", "closing conference"),
        ["mark-late"] = new("ghi nhận muộn", "marked late"),
        ["refuse"] = new("không nhận", "refused"),
        ["documents"] = new("tài liệu", "documents"),
        ["head-flag"] = new("Cờ Cụm trưởng", "head's flag"),
        ["open-matters"] = new("việc còn dở", "open matters"),
        ["other"] = new("khác", "other"),
        ["first-half"] = new("sáu tháng đầu năm", "first half"),
        ["full-year"] = new("cả năm", "full year"),
        ["exact"] = new("chính xác", "exact"),
        ["more-than"] = new("trên", "more than"),
        ["about"] = new("khoảng", "about"),
    };

    /// <summary>Null where there is no word for it; the code speaks for itself then.</summary>
    public static Term? For(Cell cell) => cell.IsCode ? Words.GetValueOrDefault(cell.Text) : null;
}
