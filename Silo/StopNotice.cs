namespace ClusterActors.Silo;

/// <summary>
/// The time between "not ready" and the end of service: whoever sends requests here notices, and goes elsewhere, before nobody
/// answers any more. What comes in the meantime is served, on connections that are closed afterwards.
/// </summary>
internal sealed class StopNotice(TimeSpan notice, TimeProvider time) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(notice, time, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Connections that are kept alive would bring new requests for as long as they are.</summary>
    public static void CloseConnections(WebApplication app) => app.Use((http, next) =>
    {
        if (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            http.Response.Headers.Connection = "close";
        return next(http);
    });
}
