using System.Diagnostics;
using ClusterActors.Silo.Telemetry;

namespace ClusterActors.Tests.Telemetry;

public sealed class HttpSpansTests
{
    [Fact]
    public void a_span_that_ends_before_its_request_does_not_show_what_the_caller_sent_along()
    {
        using var request = new Activity("request") { TraceStateString = "caller=something" }.Start();
        using var inner = new Activity("append").Start();
        Assert.Equal("caller=something", inner.TraceStateString);
        inner.Stop();
        using var spans = new HttpSpans();

        spans.OnEnd(inner);

        Assert.Equal("", inner.TraceStateString);
    }
}
