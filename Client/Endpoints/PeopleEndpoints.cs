using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>Persons and their keys, which live outside the journal. Repeating either call changes nothing.</summary>
internal static class PeopleEndpoints
{
    private const int HashBytes = 32;
    private const int LongestText = 200;

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").AddEndpointFilter<OfficialFilter>();
        people.MapPost("", EnrolAsync);
        people.MapDelete("/{person}", EraseAsync);
    }

    /// <param name="KeyHash">SHA-256 of an API key made on the person's side, as hexadecimal: the key itself is never sent but to use it.</param>
    private sealed record Enrolment(string Person, string Unit, string KeyHash, string? Name = null, string? Contact = null);

    private static async Task<IResult> EnrolAsync(HttpContext http, IPeople people, IViews views)
    {
        var (body, problem) = await Desk.ReadAsync<Enrolment>(http);
        if (body is not { } enrolment)
            return problem!;
        if (!Code.IsValid(enrolment.Person) || enrolment.Person == "system" || HashOf(enrolment.KeyHash) is not { } hash)
            return Problems.BodyInvalid("person is a code other than 'system', keyHash is 64 hexadecimal digits.");
        if (!IsText(enrolment.Name) || !IsText(enrolment.Contact))
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, RefusalCode.TextInvalid, $"Name and contact have 1 to {LongestText} characters and no control characters.");
        if (!IsUnit(enrolment.Unit) || await views.FindAsync(enrolment.Unit, http.RequestAborted) is null)
            return Problems.NotFound($"There is no unit of that name; it is academy:… or a registered school:….");
        return await people.EnrolAsync(new(enrolment.Person, enrolment.Unit, enrolment.Name, enrolment.Contact), hash, http.RequestAborted)
            ? TypedResults.Ok()
            : Problems.Of(StatusCodes.Status409Conflict, RefusalCode.AlreadyExists, "The key is somebody else's, or the person has another key, another unit, or was erased.");
    }

    private static async Task<IResult> EraseAsync(HttpContext http, IPeople people, string person)
    {
        // Whoever erases stays, so that there is always an official left who can act.
        if (person == AuthenticationFilter.CallerOf(http).Person)
            return Problems.Of(StatusCodes.Status409Conflict, GatewayCode.SelfErasure, "Nobody erases themselves; another official can.");
        if (!Code.IsValid(person))
            return Problems.NotFound("There is no such person.");
        await people.EraseAsync(person, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static bool IsText(string? text) => text is null || (text.Length is > 0 and <= LongestText && !text.Any(char.IsControl));

    private static bool IsUnit(string unit) =>
        unit == AcademyKey.National.ToString()
        || (unit.StartsWith(SchoolKey.Kind + ":", StringComparison.Ordinal) && Code.IsValid(unit[(SchoolKey.Kind.Length + 1)..]));

    private static byte[]? HashOf(string text) =>
        text.Length == 2 * HashBytes && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
