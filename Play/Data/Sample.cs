namespace ClusterActors.Play.Data;

/// <summary>What no source gives of the Academy's year, invented so that it can be played; the file says so itself.</summary>
/// <param name="Notice">Says that these are samples.</param>
/// <param name="Awards">The decision by which awards are granted or declined.</param>
/// <param name="Recognition">The decision that recognises next year's officers.</param>
/// <param name="HandoverOn">The day on which heads hand over.</param>
internal sealed record NationalSample(
    string Notice, int Year, SampleGuidance Guidance, SampleDecision Awards, SampleDecision Recognition, string HandoverOn);

/// <summary>What no source gives of one cluster's year, invented so that it can be played; the file says so itself.</summary>
/// <param name="Notice">Says that these are samples.</param>
/// <param name="Queue">Who enters as deputy next.</param>
/// <param name="Officers">Officers of the year, where no source names them.</param>
/// <param name="Election">The rounds by which next year's officers are elected, where nobody can rotate into office and no source names them; a history plays none.</param>
/// <param name="Declined">Nominations that the Academy declines.</param>
/// <param name="Reports">Each school's share of the figures that a source gives for the cluster.</param>
internal sealed record Sample(
    string Notice,
    int Year,
    string Cluster,
    string[] Queue,
    SamplePact Pact,
    SampleReview MidYearReview,
    SampleScores[] Scores,
    SampleVote[] Votes,
    SampleConference Conference,
    SampleOfficers? Officers = null,
    SampleRound[]? Election = null,
    SampleDeclined[]? Declined = null,
    SampleReport[]? Reports = null);

internal sealed record SampleOfficers(string Head, string[] Deputies);

/// <summary>One round of an election on paper, as the committee has counted it.</summary>
internal sealed record SampleRound(string[] Committee, SampleCount Count);

internal sealed record SampleDeclined(string Award, string School, string Reason);

/// <param name="Figures">By indicator.</param>
internal sealed record SampleReport(string School, Dictionary<string, StatedFigure> Figures);

internal sealed record SampleGuidance(string Reference, string IssuedOn, string? Theme);

internal sealed record SamplePact(string ProposedOn, string SignedOn, string[] Targets);

internal sealed record SampleReview(string HeldOn, string Host, string Directions);

/// <param name="Self">Points by criterion.</param>
/// <param name="Findings">Only where the inspectors found something else.</param>
/// <param name="Explanation">Given when the school asks for a second review.</param>
/// <param name="Review">Only what the second review changed once more.</param>
internal sealed record SampleScores(
    string School, Dictionary<string, decimal> Self, Dictionary<string, SampleFinding> Findings, string? Explanation = null, Dictionary<string, SampleFinding>? Review = null);

internal sealed record SampleFinding(decimal Points, string? Reason = null);

/// <param name="Award">As the API names it.</param>
/// <param name="Committee">Schools that count; absent for an open vote.</param>
/// <param name="Count">The committee's record of a vote on paper.</param>
/// <param name="Choices">By school, for an open vote. Without count and choices the vote follows the ranking (<see cref="SampleVoting"/>).</param>
internal sealed record SampleVote(string Award, string[]? Committee = null, SampleCount? Count = null, Dictionary<string, string[]>? Choices = null);

internal sealed record SampleCount(int Issued, int Returned, int Valid, int Invalid, Dictionary<string, int> Marks);

internal sealed record SampleConference(string SelfScoringOn, string InspectionOn, string HeldOn, string Host);

internal sealed record SampleDecision(string Number, string IssuedOn);
