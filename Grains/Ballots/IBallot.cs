using ClusterActors.Campaigns;

namespace ClusterActors.Ballots;

/// <summary>A vote under way, on an award or on an office. On paper only counts are known; choices belong to open votes.</summary>
public interface IBallot
{
    EquatableList<string> Candidates { get; }

    /// <summary>The schools whose representatives count (ban kiểm phiếu); empty for an open vote.</summary>
    EquatableList<string> Committee { get; }

    /// <summary>The most marks on one ballot.</summary>
    int MostMarks { get; }

    PaperCount? Count { get; }

    /// <summary>Counts the recordings; confirmations are for the latest.</summary>
    int Recording { get; }

    string? RecordedBy { get; }

    /// <summary>The schools of the committee that have confirmed the latest recording.</summary>
    EquatableList<string> Confirmations { get; }

    EquatableList<OpenChoice> Choices { get; }
}
