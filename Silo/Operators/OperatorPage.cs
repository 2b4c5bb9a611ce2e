using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClusterActors.Journal;
using ClusterActors.Silo.Telemetry;

namespace ClusterActors.Silo.Operators;

/// <summary>The page at <c>/ops</c>.</summary>
internal static class OperatorPage
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
        h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ccc; vertical-align: top }
        td.number, th.number { text-align: right } td.text { overflow-wrap: anywhere }
        .bad { color: #a00000; font-weight: 600 } button { font: inherit; padding: .1rem .8rem }
        """;

    /// <summary>Nothing from elsewhere, in no frame, kept nowhere.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers { get; } =
    [
        new("Content-Security-Policy",
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        new("Cache-Control", "no-store"),
        new("Referrer-Policy", "no-referrer"),
        new("X-Content-Type-Options", "nosniff"),
    ];

    /// <param name="token">What a form has to bring along.</param>
    public static string Write(OperatorStanding standing, string token)
    {
        Html page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>ClusterActors: operators</title>
            <style>{Markup(Style)}</style>
            </head>
            <body>
            <h1>ClusterActors: what goes on</h1>
            <p>As of {Time(standing.At)}, on {ActorRuntime.Name}. Load the page again for the latest.</p>
            {Silos(standing)}
            {Journal(standing)}
            {Outbox(standing, token)}
            {Deadlines(standing)}
            {Checkpoint(standing)}
            {Upkeep(standing)}
            </body>
            </html>
            """;
        return page.ToString();
    }

    private static Html Silos(OperatorStanding standing) => $"""
        <h2>Silos</h2>
        <table id="silos">
        <tr><th>Silo</th><th>Status</th><th>Since</th><th class="number">Active grains</th></tr>
        {Html.Each(standing.Silos, silo => $"""
            <tr><td class="text">{silo.Name}</td><td>{silo.Status}</td><td>{(silo.StartedAt is { } since ? Time(since) : "")}</td><td class="number">{(silo.Activations is { } count ? Number(count) : "not known")}</td></tr>
            """)}
        </table>
        """;

    private static Html Journal(OperatorStanding standing) => $"""
        <h2>Appends of this process</h2>
        <table id="appends">
        <tr><th></th><th class="number">Count</th><th class="number">Mean</th><th class="number">Median</th><th class="number">95 % within</th></tr>
        {Row("Time of an append", standing.AppendSeconds, seconds => Milliseconds(seconds))}
        {Row("Writes in a batch", standing.BatchSize, size => Number(Math.Ceiling(size)))}
        </table>
        """;

    private static Html Row(string label, Distribution? values, Func<double, string> shown) => values is null
        ? (Html)$"""<tr><th>{label}</th><td colspan="4">none yet</td></tr>"""
        : $"""
            <tr><th>{label}</th><td class="number">{Number(values.Count)}</td><td class="number">{shown(values.Mean)}</td>
            <td class="number">{shown(values.Median)}</td><td class="number">{shown(values.NinetyFifth)}</td></tr>
            """;

    private static Html Outbox(OperatorStanding standing, string token) => $"""
        <h2>Messages between grains</h2>
        <p id="outbox">{Number(standing.Outbox.Waiting)} waiting{(standing.Oldest is { } oldest ? $", the oldest for {Span(oldest)}" : "")}.
        {Parked(standing.Parked, token)}
        """;

    private static Html Parked(IReadOnlyList<OutboxMessage> parked, string token) => parked.Count == 0
        ? (Html)$"None is parked.</p>"
        : $"""
            <strong class="bad">{Number(parked.Count)} parked</strong> after too many failures. Each holds back what the same sender has for the same target.</p>
            <table id="parked">
            <tr><th>Message</th><th>To</th><th></th></tr>
            {Html.Each(parked, message => $"""
                <tr><td class="text">{message.Id}</td><td class="text">{message.Target}</td>
                <td><form method="post" action="/ops/parked"><input type="hidden" name="token" value="{token}"><input type="hidden" name="id" value="{message.Id}"><button>Try again</button></form></td></tr>
                """)}
            </table>
            """;

    private static Html Deadlines(OperatorStanding standing) => $"""
        <h2>Deadlines at risk</h2>
        {(standing.Deadlines.Count == 0 ? (Html)$"<p>None is past or due within a week.</p>" : $"""
            <table id="deadlines">
            <tr><th>Cluster</th><th class="number">Year</th><th>Step</th><th>Day</th><th class="number">Schools to come</th></tr>
            {Html.Each(standing.Deadlines, Deadline)}
            </table>
            """)}
        """;

    private static Html Deadline(DeadlineAtRisk risk) => $"""
        <tr><td>{risk.Cluster}</td><td class="number">{Number(risk.Year)}</td><td>{risk.Next.Step}</td>
        <td>{risk.Next.Day.ToString("O", CultureInfo.InvariantCulture)}{(risk.Overdue ? (Html)$""" <span class="bad">{Number(risk.Next.DaysLate)} days late</span>""" : $"")}</td>
        <td class="number">{Number(risk.Next.Pending)}</td></tr>
        """;

    private static Html Checkpoint(OperatorStanding standing) => standing.Checkpoint is not { } checkpoint
        ? (Html)$"""<h2>Checkpoint</h2><p id="checkpoint">There is none yet.</p>"""
        : $"""
            <h2>Checkpoint</h2>
            <table id="checkpoint">
            <tr><th>Number</th><td>{Number(checkpoint.Number)}</td></tr>
            <tr><th>Covers events up to</th><td>{Number(checkpoint.Position)}</td></tr>
            <tr><th>Root</th><td class="text"><code>{Convert.ToHexStringLower(checkpoint.Root)}</code></td></tr>
            <tr><th>Last made or confirmed by this process</th><td>{(standing.CheckpointAt is { } at ? Time(at) : "not since it was started")}</td></tr>
            </table>
            """;

    private static Html Upkeep(OperatorStanding standing) => $"""
        <h2>Last verification and backup</h2>
        <table id="upkeep">
        <tr><th>Task</th><th>Ended</th><th class="number">Covers events up to</th><th>Found</th></tr>
        {Html.Each(Enum.GetValues<UpkeepTask>(), task => standing.Upkeep.FirstOrDefault(note => note.Task == task) is not { } note
            ? (Html)$"""<tr><th>{task}</th><td colspan="3">never</td></tr>"""
            : $"""
                <tr><th>{task}</th><td>{Time(note.At)}</td><td class="number">{Number(note.Position)}</td>
                <td>{(note.Findings == 0 ? (Html)$"nothing wrong" : $"""<span class="bad">{Number(note.Findings)} findings</span>""")}</td></tr>
                """)}
        </table>
        """;

    private static Html Markup(string trusted)
    {
        var html = new Html(trusted.Length, 0);
        html.AppendLiteral(trusted);
        return html;
    }

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.0} ms");

    private static string Span(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
