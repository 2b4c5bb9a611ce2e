using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ClusterActors.Play.Data;

/// <summary>The Academy's rules of a year: issued as they stand in the file, and read for what the play's steps depend on.</summary>
/// <param name="Whole">All of it; the server decides whether it is a regulation.</param>
internal sealed record Regulation(JsonNode Whole, PlayedRules Rules)
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <exception cref="DataException">What the play depends on is not of its shape.</exception>
    public static Regulation From(JsonNode whole, string file)
    {
        try
        {
            return new(whole, whole.Deserialize<PlayedRules>(Lenient)!);
        }
        catch (JsonException wrong)
        {
            throw new DataException(DataCode.Malformed, file, wrong.Message);
        }
    }
}

internal sealed record PlayedRules(
    Rule<string[]>? OptionalPhases, OfficerRules? Officers, VoteRules[]? Votes, ScoreRules? Scores = null, InspectionRules? Inspection = null, StatisticsRules? Statistics = null,
    PlayedCalendar? Calendar = null, ProgrammeRules? Programme = null, CouncilRules? Council = null)
{
    public bool HasMidYearReview => OptionalPhases?.Value?.Contains("mid-year-review") == true;

    /// <summary>What the draw may relax, in the order in which it is agreed to.</summary>
    public string[] Relaxations => Inspection?.Relaxations?.Value ?? [];

    /// <summary>The awards for which only a registered school is a candidate.</summary>
    public string[] Registered => Programme?.Registration?.RequiredFor?.Value ?? [];

    public int ElectionConfirmations => Officers?.Election?.Confirmations?.Value ?? 0;

    public int ConfirmationsOf(string award) => Votes?.FirstOrDefault(rules => rules.Award == award)?.Confirmations?.Value ?? 0;
}

/// <summary>A rule, whose source the file names beside it.</summary>
internal sealed record Rule<T>(T? Value);

internal sealed record OfficerRules(ElectionRules? Election);

internal sealed record ElectionRules(Rule<int>? Confirmations);

internal sealed record VoteRules(string? Award, Rule<int>? Confirmations, Rule<string>? Method = null, Rule<int>? CommitteeSize = null);

internal sealed record ScoreRules(ScoreGroup[]? Groups);

internal sealed record ScoreGroup(string? Kind, ScoreCriterion[]? Criteria);

internal sealed record ScoreCriterion([property: JsonRequired] string Code, decimal Maximum);

internal sealed record InspectionRules(Rule<string[]>? Relaxations);

internal sealed record CouncilRules(Rule<int>? Members, CouncilAward[]? Awards, DossierDocument[]? Dossier)
{
    public bool VotesOn(string award) => Awards?.Any(rules => rules.Award == award) == true;
}

internal sealed record CouncilAward(string? Award);

internal sealed record DossierDocument([property: JsonRequired] string Code, string? Name);

internal sealed record StatisticsRules(StatisticsIndicator[]? Indicators);

internal sealed record StatisticsIndicator([property: JsonRequired] string Code, IndicatorPart? PartOf);

internal sealed record IndicatorPart(string? Whole, string? By);

internal sealed record ProgrammeRules(RegistrationRules? Registration);

internal sealed record RegistrationRules(Rule<string[]>? RequiredFor);

internal sealed record PlayedCalendar(Rule<string[]>? RestDays, PlayedHoliday[]? Holidays);

internal sealed record PlayedHoliday(DateOnly First, DateOnly Last);
