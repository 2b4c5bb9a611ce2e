namespace ClusterActors.Tests.Fuzz;

public sealed class RequestFuzzTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public Task no_request_is_answered_5xx_and_none_that_is_refused_appends_anything() => Fuzzing.HoldsAsync(new RequestTarget(server), 200);

    [CiTheory]
    [InlineData(2_000)]
    public Task of_many_requests_none_is_answered_5xx(int mutants) => Fuzzing.HoldsAsync(new RequestTarget(server), mutants);

    [ReleaseTheory]
    [InlineData(100_000)]
    public Task of_very_many_requests_none_is_answered_5xx(int mutants) => Fuzzing.HoldsAsync(new RequestTarget(server), mutants);
}
