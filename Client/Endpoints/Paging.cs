using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>What a request says of the page it wants; parameters that say nothing sound are answered 400.</summary>
internal static class Paging
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 200;
    private const int LongestSearch = 100;

    /// <summary>How many items a page has.</summary>
    public static (int Limit, IResult? Problem) Limit(string? text) => text switch
    {
        null => (DefaultLimit, null),
        _ when Number(text) is >= 1 and <= LargestLimit and var limit => ((int)limit, null),
        _ => (0, Invalid(GatewayCode.LimitInvalid, $"limit is 1 to {LargestLimit}.")),
    };

    /// <summary>A position in the journal.</summary>
    public static (long? Before, IResult? Problem) Before(string? text) => text switch
    {
        null => (null, null),
        _ when Number(text) is > 0 and var before => (before, null),
        _ => (null, Invalid(GatewayCode.CursorInvalid, "before is the position that the page before gave as next.")),
    };

    /// <summary>The code of a school.</summary>
    public static IResult? After(string? code) =>
        code is null || Code.IsValid(code) ? null : Invalid(GatewayCode.CursorInvalid, "after is the code that the page before gave as next.");

    public static IResult? Search(string? text) =>
        text is null || (text.Length <= LongestSearch && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE'))
            ? null
            : Invalid(GatewayCode.SearchInvalid, $"search has at most {LongestSearch} characters, all of them letters, digits, spaces or signs.");

    public static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IResult Invalid(string code, string detail) => Problems.Of(StatusCodes.Status400BadRequest, code, detail);
}
