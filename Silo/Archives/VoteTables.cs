using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Silo.Archives;

/// <summary>Votes, the closing conference, and what the Academy decided. Of a vote on paper there are counts and nothing else.</summary>
internal static class VoteTables
{
    public static IEnumerable<Table> Of(ArchivedYear year)
    {
        var c = year.Campaign;
        yield return Table.Of<VoteView>(
            "votes", "Bỏ phiếu suy tôn", "Votes", c.Votes,
            new("vote", "Số", "Number", vote => vote.Number),
            new("award", "Hình thức khen thưởng", "Award", vote => vote.Award),
            new("round", "Vòng", "Round", vote => vote.Round),
            new("revote", "Bỏ phiếu lại giữa các đơn vị bằng phiếu", "Re-vote between equals", vote => vote.Revote),
            new("seats", "Số chỉ tiêu còn lại", "Places", vote => vote.Seats),
            new("method", "Cách bỏ phiếu", "Method", vote => vote.Method),
            new("annulled", "Bị hủy", "Annulled", vote => vote.Annulled),
            new("roll", "Cử tri", "Roll", vote => vote.Roll ?? c.Roll),
            new("candidates", "Ứng viên", "Candidates", vote => vote.Candidates),
            new("committee", "Ban kiểm phiếu", "Counting committee", vote => vote.Committee),
            new("issued", "Phát ra", "Issued", vote => vote.Count?.Issued),
            new("returned", "Thu về", "Returned", vote => vote.Count?.Returned),
            new("valid", "Hợp lệ", "Valid", vote => vote.Count?.Valid),
            new("invalid", "Không hợp lệ", "Invalid", vote => vote.Count?.Invalid),
            new("confirmed_by", "Xác nhận", "Confirmed by", vote => vote.Confirmations),
            new("quorum_rule", "Tỷ lệ phải tham gia", "Share that must vote", vote => vote.Terms?.Quorum.ToString()),
            new("quorum", "Đủ số tham gia", "Quorum", vote => vote.Outcome?.Quorum),
            new("base_rule", "Tính trên", "Threshold is a share of", vote => vote.Terms?.Base),
            new("base", "Cơ sở tính tỷ lệ", "Base of the threshold", vote => vote.Outcome?.BaseCount),
            new("threshold", "Tỷ lệ phải đạt", "Threshold", vote => vote.Terms?.Threshold.ToString()),
            new("above", "Phải trên tỷ lệ đó", "More than that", vote => vote.Terms?.Above),
            new("tie_chain", "Khi bằng phiếu", "Between equals", vote => Chain(vote.Terms)),
            new("most_marks", "Số lượt chọn tối đa mỗi phiếu", "Most marks on a ballot", vote => vote.Terms?.MostMarks),
            new("chosen", "Được suy tôn", "Chosen", vote => vote.Outcome?.Chosen),
            new("seed", "Số ngẫu nhiên bốc thăm", "Seed of the lot", vote => vote.Outcome?.Seed));
        yield return Table.Of<(int Vote, Marks Marks)>(
            "marks", "Số phiếu", "Counts", c.Votes.SelectMany(vote => (vote.Outcome?.Marks ?? vote.Count?.Marks ?? []).Select(marks => (vote.Number, marks))),
            new("vote", "Số", "Vote", row => row.Vote),
            new("school", "Mã trường", "School", row => row.Marks.School),
            new("name", "Tên trường", "Name", row => year.NameOf(row.Marks.School)),
            new("marks", "Số phiếu", "Marks", row => row.Marks.Count));
        yield return Table.Of<(int Vote, OpenChoice Choice)>(
            "open_votes", "Phiếu công khai", "Open votes", c.Votes.SelectMany(vote => vote.Choices.Select(choice => (vote.Number, choice))),
            new("vote", "Số", "Vote", row => row.Vote),
            new("school", "Mã trường", "School", row => row.Choice.School),
            new("choices", "Chọn", "Choices", row => row.Choice.Choices));
        yield return Table.Of<ConferenceView>(
            "conference", "Hội nghị tổng kết", "Closing conference", c.Conference is { } conference ? [conference] : [],
            new("held_on", "Ngày", "Held on", held => held.HeldOn),
            new("host", "Đơn vị đăng cai", "Host", held => held.Host),
            new("attending", "Tham dự", "Attending", held => held.Attending));
        yield return Table.Of<NominationView>(
            "nominations", "Đề nghị khen thưởng và quyết định", "Nominations and decisions", c.Nominations,
            new("award", "Hình thức khen thưởng", "Award", nomination => nomination.Award),
            new("school", "Mã trường", "School", nomination => nomination.School),
            new("name", "Tên trường", "Name", nomination => year.NameOf(nomination.School)),
            new("state", "Kết quả", "Outcome", nomination => nomination.State),
            new("decision", "Quyết định", "Decision", nomination => nomination.Decision?.Number),
            new("decided_on", "Ngày", "Decided on", nomination => nomination.Decision?.IssuedOn),
            new("reason", "Lý do", "Reason", nomination => nomination.Reason),
            new("council_in_favour", "Hội đồng: tán thành", "Council: in favour", nomination => nomination.Council?.Count.InFavour),
            new("council_against", "Hội đồng: không tán thành", "Council: against", nomination => nomination.Council?.Count.Against),
            new("council_recommended", "Hội đồng: đề nghị tặng", "Council: recommended", nomination => nomination.Council?.Outcome.Recommended));
        yield return Table.Of<Nomination>(
            "withheld", "Được suy tôn nhưng không đề nghị, do không được xét", "Chosen and not nominated, because of a bar", c.Withheld ?? [],
            new("award", "Hình thức khen thưởng", "Award", nomination => nomination.Award),
            new("school", "Mã trường", "School", nomination => nomination.School),
            new("name", "Tên trường", "Name", nomination => year.NameOf(nomination.School)));
        yield return Table.Of<RoundView>(
            "election_rounds", "Bầu cụm trưởng, cụm phó năm sau", "Election of the next officers", year.Election?.Rounds ?? [],
            new("round", "Vòng", "Round", round => round.Number),
            new("office", "Chức danh", "Office", round => round.Office),
            new("revote", "Bỏ phiếu lại giữa các đơn vị bằng phiếu", "Re-vote between equals", round => round.Revote),
            new("method", "Cách bỏ phiếu", "Method", round => round.Method),
            new("annulled", "Bị hủy", "Annulled", round => round.Annulled),
            new("candidates", "Ứng viên", "Candidates", round => round.Candidates),
            new("issued", "Phát ra", "Issued", round => round.Count?.Issued),
            new("returned", "Thu về", "Returned", round => round.Count?.Returned),
            new("valid", "Hợp lệ", "Valid", round => round.Count?.Valid),
            new("invalid", "Không hợp lệ", "Invalid", round => round.Count?.Invalid),
            new("quorum_rule", "Tỷ lệ phải tham gia", "Share that must vote", round => round.Terms?.Quorum.ToString()),
            new("quorum", "Đủ số tham gia", "Quorum", round => round.Outcome?.Quorum),
            new("base_rule", "Tính trên", "Threshold is a share of", round => round.Terms?.Base),
            new("base", "Cơ sở tính tỷ lệ", "Base of the threshold", round => round.Outcome?.BaseCount),
            new("threshold", "Tỷ lệ phải đạt", "Threshold", round => round.Terms?.Threshold.ToString()),
            new("above", "Phải trên tỷ lệ đó", "More than that", round => round.Terms?.Above),
            new("tie_chain", "Khi bằng phiếu", "Between equals", round => Chain(round.Terms)),
            new("most_marks", "Số lượt chọn tối đa mỗi phiếu", "Most marks on a ballot", round => round.Terms?.MostMarks),
            new("elected", "Trúng cử", "Elected", round => round.Outcome?.Elected));
        yield return Table.Of<(int Round, Marks Marks)>(
            "election_marks", "Số phiếu bầu", "Counts of the election", (year.Election?.Rounds ?? []).SelectMany(round => (round.Outcome?.Marks ?? round.Count?.Marks ?? []).Select(marks => (round.Number, marks))),
            new("round", "Vòng", "Round", row => row.Round),
            new("school", "Mã trường", "School", row => row.Marks.School),
            new("marks", "Số phiếu", "Marks", row => row.Marks.Count));
    }
    private static IEnumerable<string>? Chain(VoteTerms? terms) => terms?.TieChain.Select(rule => Cell.Of(rule).Text);
}
