using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;
using ClusterActors.Schools;
using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway;

/// <summary>
/// The one place where an <see cref="Actor"/> is made for a person: from the API key in <c>Authorization: Bearer</c>, found by
/// its SHA-256, with the roles that the journal of the person's unit gives, as of now.
/// </summary>
internal sealed class Callers(IPeople people, IViews views, ICalendar calendar)
{
    private const string Scheme = "Bearer ";

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <returns>The API key of an <c>Authorization: Bearer</c>; null where there is none.</returns>
    public static string? KeyIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <returns>Null when it is a key that nobody has.</returns>
    public async Task<Actor?> FindAsync(string? key, CancellationToken cancel) =>
        key is not null && await people.FindByKeyAsync(HashOf(key), cancel) is { } person
            ? Actor.Authenticated(person.Person, person.Unit, await RolesAsync(person, cancel))
            : null;

    private async Task<EquatableList<string>> RolesAsync(PersonRecord person, CancellationToken cancel) =>
        await views.FindAsync(person.Unit, cancel) switch
        {
            { Kind: AcademyKey.Kind } row => RolesIn(CanonicalJson.Read<AcademyView>(row.Document), person.Person),
            { Kind: SchoolKey.Kind } row => await RolesInAsync(CanonicalJson.Read<SchoolView>(row.Document), person.Person, cancel),
            _ => [],
        };

    private static EquatableList<string> RolesIn(AcademyView academy, string person) =>
        academy.Officials.Contains(person) ? [Role.Official]
        : academy.Auditors?.Contains(person) == true ? [Role.Auditor]
        : [];

    private async Task<EquatableList<string>> RolesInAsync(SchoolView school, string person, CancellationToken cancel)
    {
        var roles = school.People.Where(p => p.Person == person).Select(p => p.Role);
        return school.Substitutes?.FirstOrDefault(s => s.Person == person) is { } substitute && substitute.Covers(await calendar.TodayAsync(cancel))
            ? [.. roles, Role.Substitute]
            : roles.ToEquatableList();
    }
}

/// <summary>Lets nobody past without a valid key; the actor waits in the request for <see cref="CallerOf"/>.</summary>
internal sealed class AuthenticationFilter(Callers callers) : IEndpointFilter
{
    private static readonly object Slot = new();

    public static Actor CallerOf(HttpContext http) => (Actor)http.Items[Slot]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await callers.FindAsync(Callers.KeyIn(http.Request), http.RequestAborted) is not { } actor)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, GatewayCode.KeyInvalid, "The request bears no valid API key.");
        }

        http.Items[Slot] = actor;
        return await next(context);
    }
}

/// <summary>Lets officials of the Academy past, and auditors who only read, after <see cref="AuthenticationFilter"/>.</summary>
internal sealed class OfficialFilter : IEndpointFilter
{
    /// <summary>Whether a caller may see, or do, by this method of HTTP what is for officials.</summary>
    public static bool LetsPast(Actor caller, string method) =>
        caller.Roles.Contains(Role.Official) || (caller.Roles.Contains(Role.Auditor) && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        LetsPast(AuthenticationFilter.CallerOf(context.HttpContext), context.HttpContext.Request.Method)
            ? await next(context)
            : Problems.Of(StatusCodes.Status403Forbidden, RefusalCode.Forbidden, "Only an official of the Academy may do this.");
}
