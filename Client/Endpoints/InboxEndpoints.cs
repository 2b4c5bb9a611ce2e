using ClusterActors.Inboxes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>What is still to be done by when, who has been reminded of it, and who has taken note.</summary>
internal static class InboxEndpoints
{
    public static void MapInboxes(this IEndpointRouteBuilder api)
    {
        var school = api.MapGroup("/schools/{school}/inbox").AddEndpointFilter<CodesFilter>();
        school.MapGet("", OfSchoolAsync);
        school.MapPost("/acknowledgements", (HttpContext http, Desk desk, InboxReader inboxes, ICalendar calendar, string school) =>
            AcknowledgeAsync(http, desk, inboxes, calendar, InboxKey.Of(new SchoolKey(school))));
        api.MapGet("/academy/inbox", async (HttpContext http, InboxReader inboxes, ICalendar calendar) =>
            Reading.Json(await inboxes.OfAcademyAsync(await calendar.TodayAsync(http.RequestAborted), http.RequestAborted)));
        api.MapPost("/academy/inbox/acknowledgements", (HttpContext http, Desk desk, InboxReader inboxes, ICalendar calendar) =>
            AcknowledgeAsync(http, desk, inboxes, calendar, InboxKey.Of(AcademyKey.National)));
    }

    private static async Task<IResult> OfSchoolAsync(HttpContext http, IViews views, InboxReader inboxes, ICalendar calendar, string school) =>
        await views.FindAsync(new SchoolKey(school).ToString(), http.RequestAborted) is null
            ? Problems.NotFound($"No school is registered as '{school}'.")
            : Reading.Json(await inboxes.OfSchoolAsync(school, await calendar.TodayAsync(http.RequestAborted), http.RequestAborted));

    // A duty follows from the rows of the year, which no grain reads.
    private static Task<IResult> AcknowledgeAsync(HttpContext http, Desk desk, InboxReader inboxes, ICalendar calendar, InboxKey inbox) =>
        desk.TellAsync<IInboxGrain, InboxCommand, InboxCommand.Acknowledge>(http, inbox.ToString(), async acknowledge =>
            await inboxes.KnowsAsync(inbox, acknowledge.Reminder, await calendar.TodayAsync(http.RequestAborted), http.RequestAborted)
                ? null
                : Problems.Of(StatusCodes.Status422UnprocessableEntity, GatewayCode.ReminderUnknown, "Nobody has this duty now, or nobody is reminded of it on this day."));
}
