using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Silo;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;

namespace ClusterActors.Tests.EntityTests;

public sealed class DispatcherTests
{
    private static readonly DispatcherOptions Options = DispatcherOptions.Default with { Tries = 3 };

    private readonly TestJournal journal = new();
    private readonly SettableTime time = new();
    private readonly IGrainFactory grains;
    private readonly Dispatcher dispatcher;

    public DispatcherTests()
    {
        grains = TestGrains.Over(journal, time);
        dispatcher = new(journal, new GrainDelivery(grains, Options, time), new WallClock(time), Options, time, NullLogger<Dispatcher>.Instance);
    }

    private async Task Register(params string[] schools)
    {
        var academy = grains.GetGrain<IAcademyGrain>("academy:vn");
        await academy.Tell(new("official", Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an")));
        foreach (var school in schools)
            (await academy.Tell(new($"register-{school}", Who.Official, new AcademyCommand.RegisterSchool(school, "Trường", "Tỉnh")))).Accepted();
    }

    private IEnumerable<StepAnswered> Settled =>
        journal.Events("academy:vn").Where(e => e.Type == StepAnswered.TypeName).Select(e => CanonicalJson.Read<StepAnswered>(e.Payload));

    [Fact]
    public async Task a_message_is_delivered_and_its_answer_brought_back()
    {
        await Register("tay-ninh");
        Assert.Equal(1, await dispatcher.PassAsync());
        var e = Assert.Single(journal.Events("school:tay-ninh"));
        Assert.Equal(("registered", "system@academy:vn", "outbox:academy:vn/2.0"), (e.Type, e.Actor, e.OperationId));
        Assert.Equal([new StepAnswered("academy:vn/2.0", "school:tay-ninh", true, null, null)], Settled);
        Assert.True(Assert.Single(journal.Outbox).Done);
        Assert.Equal(0, await dispatcher.PassAsync());
    }

    [Fact]
    public async Task an_answer_that_its_lease_may_not_outlive_is_brought_back_under_the_next()
    {
        var steps = new SteppingTime { Step = Options.Lease - Options.Call + TimeSpan.FromMilliseconds(1) };
        var late = new Dispatcher(journal, new GrainDelivery(grains, Options, steps), new WallClock(time), Options, steps, NullLogger<Dispatcher>.Instance);
        await Register("tay-ninh");

        Assert.Equal(0, await late.PassAsync());
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.Empty(Settled);

        steps.Step = Options.Lease - Options.Call;
        time.Now += Options.Delay(1);
        Assert.Equal(1, await late.PassAsync());
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.Single(Settled);
    }

    [Fact]
    public void a_silo_that_was_lost_keeps_nothing_from_being_done_within_a_minute()
    {
        var (options, times) = (DispatcherOptions.Default, ClusterTimes.Default);

        Assert.Equal((options.Call, options.Lease), (times.Response, times.Lease));
        Assert.True(options.Lease > options.Call, "a lease outlives the call that it covers");
        Assert.True(options.Lease <= TimeSpan.FromSeconds(45), "what is left of the minute is for carrying");
        Assert.True(options.Call + options.LongestDelay <= TimeSpan.FromSeconds(45), "a call that fails at the last moment is repeated in time");
    }

    [Fact]
    public async Task a_refused_message_is_settled_with_its_code()
    {
        await Register("tay-ninh");
        await new Life(journal, time).Register();
        Assert.Equal(1, await dispatcher.PassAsync());
        var answered = Assert.Single(Settled);
        Assert.Equal((false, RefusalCode.AlreadyExists), (answered.Accepted, answered.Code));
        Assert.True(Assert.Single(journal.Outbox).Done);
    }

    [Fact]
    public async Task a_message_that_fails_is_tried_again_later_and_later_and_then_parked()
    {
        await Register("tay-ninh");
        for (var i = 0; i < Options.Tries; i++)
        {
            Assert.False(Assert.Single(journal.Outbox).Parked);
            journal.Next = Weather.FailsBefore;
            Assert.Equal(0, await dispatcher.PassAsync());
        }

        var row = Assert.Single(journal.Outbox);
        Assert.True(row.Parked);
        Assert.Equal([Options.FirstDelay, 2 * Options.FirstDelay], row.Delays);
        Assert.Empty(Settled);
        Assert.Equal(0, await dispatcher.PassAsync());
        Assert.Equal(new(0, 1), await journal.DepthAsync());
    }

    [Fact]
    public async Task a_store_that_is_away_for_long_parks_nothing()
    {
        await Register("tay-ninh");
        for (var i = 0; i < 3 * Options.Tries; i++)
        {
            journal.Next = Weather.FailsAfter;
            Assert.Equal(0, await dispatcher.PassAsync());
            time.Now += Options.LongestDelay;
        }

        Assert.False(Assert.Single(journal.Outbox).Parked);
        Assert.Equal(1, await dispatcher.PassAsync());
    }

    [Fact]
    public async Task a_parked_message_that_is_let_go_on_is_carried()
    {
        await Register("tay-ninh");
        for (var i = 0; i < Options.Tries; i++)
        {
            journal.Next = Weather.FailsBefore;
            await dispatcher.PassAsync();
        }

        var parked = Assert.Single(await journal.ListParkedAsync());
        Assert.True(await journal.ResumeAsync(parked.Id));
        Assert.Equal(1, await dispatcher.PassAsync());
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.True(Assert.Single(Settled).Accepted);
    }

    [Fact]
    public async Task a_target_that_acted_and_whose_answer_was_lost_acts_once()
    {
        await Register("tay-ninh");
        journal.Next = Weather.FailsAfter;
        Assert.Equal(0, await dispatcher.PassAsync());
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.Empty(Settled);

        Assert.Equal(1, await dispatcher.PassAsync());
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.True(Assert.Single(Settled).Accepted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_answer_that_could_not_be_brought_back_is_brought_back_once(bool written)
    {
        await Register("tay-ninh");
        journal.Next = Weather.Fair;
        journal.Next = written ? Weather.FailsAfter : Weather.FailsBefore;
        Assert.Equal(0, await dispatcher.PassAsync());
        await dispatcher.PassAsync();
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.True(Assert.Single(Settled).Accepted);
        Assert.True(Assert.Single(journal.Outbox).Done);
    }

    [Fact]
    public async Task one_target_that_fails_does_not_hold_up_the_others()
    {
        await Register("tay-ninh", "dong-nai");
        journal.Next = Weather.FailsBefore;
        Assert.Equal(1, await dispatcher.PassAsync());
        Assert.Equal(new(1, 0), await journal.DepthAsync());
        Assert.Equal(1, await dispatcher.PassAsync());
        Assert.Single(journal.Events("school:tay-ninh"));
        Assert.Single(journal.Events("school:dong-nai"));
    }

    [Theory]
    [InlineData("nowhere:8")]
    [InlineData("no-colon")]
    public async Task a_message_to_a_key_that_no_grain_has_is_parked_and_stops_nothing(string target)
    {
        var lost = new OutboxMessage("academy:vn/9.0", "academy:vn", 9, 0, target, [], time.Now);
        await journal.AppendAsync(new()
        {
            Stream = "academy:vn", ExpectedVersion = 0, OperationId = "x", RequestHash = [], Actor = "x", Answer = [], Messages = [lost],
        });
        for (var i = 0; i < Options.Tries; i++)
            Assert.Equal(0, await dispatcher.PassAsync());
        Assert.True(Assert.Single(journal.Outbox).Parked);
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 100)]
    [InlineData(5, 800)]
    [InlineData(9, 12_800)]
    [InlineData(10, 15_000)]
    [InlineData(1000, 15_000)]
    public void the_delay_doubles_up_to_its_bound(int tries, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DispatcherOptions.Default.Delay(tries));

    /// <summary>As if so much time went by between any two looks at it.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private long stamp;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => stamp += Step.Ticks;
    }
}
