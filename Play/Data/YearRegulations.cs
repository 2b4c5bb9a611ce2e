using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterActors.Play.Data;

/// <summary>The regulations of years: a year's own, or that of the year which the file for other years names, with the holidays of its year.</summary>
internal static class YearRegulations
{
    private const string Folder = "regulations";
    private const string OthersFile = "other-years.json";
    private const string HolidaysFile = "holidays.json";

    /// <exception cref="DataException">A file is missing or unsound, or has nothing of this year.</exception>
    public static Regulation Of(DataFolder files, int year)
    {
        var own = $"{year:0000}.json";
        if (files.Has(Folder, own))
            return Regulation.From(files.Read<JsonNode>(Folder, own), files.Latest);
        var changes = files.Read<JsonObject>(Folder, OthersFile);
        if ((changes["like"] as JsonValue)?.TryGetValue<int>(out var like) != true)
            throw new DataException(DataCode.Malformed, files.Latest, "does not name the year that it is like.");
        var whole = files.Read<JsonObject>(Folder, $"{like:0000}.json");
        var file = files.Latest;
        foreach (var (part, value) in changes.Where(c => c.Key is not ("like" or "notice")))
            whole[part] = Dated(value, year);
        if (whole["calendar"] is not JsonObject calendar)
            throw new DataException(DataCode.Malformed, file, "has no calendar.");
        calendar["holidays"] = Holidays(files, year);
        whole["year"] = year;
        whole["version"] = 1;
        return Regulation.From(whole, file);
    }

    private static JsonNode Holidays(DataFolder files, int year)
    {
        var years = files.Read<PlannedHolidays>(Folder, HolidaysFile).Years;
        return years.GetValueOrDefault(year.ToString(CultureInfo.InvariantCulture))?.DeepClone()
            ?? throw new DataException(DataCode.Missing, files.Latest, $"has no holidays of {year}.");
    }

    private static JsonNode? Dated(JsonNode? node, int year) => node switch
    {
        JsonObject parts => new JsonObject(parts.Select(p => KeyValuePair.Create(p.Key, Dated(p.Value, year)))),
        JsonArray items => new JsonArray([.. items.Select(item => Dated(item, year))]),
        JsonValue value when value.TryGetValue<string>(out var text) && PlannedDays.IsDay(text) => JsonValue.Create(PlannedDays.In(year, text)),
        _ => node?.DeepClone(),
    };
}

/// <param name="Notice">Says which days are reckoned.</param>
/// <param name="Years">The holidays of each year as its regulation has them.</param>
internal sealed record PlannedHolidays(string Notice, Dictionary<string, JsonArray> Years);
