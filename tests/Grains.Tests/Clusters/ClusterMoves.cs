using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Simulation;
using ClusterActors.Simulation.People;

namespace ClusterActors.Tests.Clusters;

/// <summary>What somebody may try in cluster 8 through the years: mostly what is due as things stand, sometimes anything by anybody.</summary>
internal sealed class ClusterMoves(Chance chance)
{
    private static readonly DateOnly Day = new(2020, 1, 2);
    private static readonly DecisionReference Decision = new("550-QĐ/HVCTQG", Day);
    private static readonly EquatableList<HandoverItem> Items =
        [new(HandoverSubject.Documents, "Hồ sơ"), new(HandoverSubject.HeadFlag, "Cờ"), new(HandoverSubject.OpenMatters, "Không có")];

    private readonly Regulations regulations = new(chance);
    private int founded;

    /// <summary>A command by which a head, and nobody else, leads the cluster; each has its time.</summary>
    public static IEnumerable<(Actor Actor, ClusterCommand Command)> OfHead(ClusterState.Formed c, string school) =>
    [
        (Who.Principal(school), new ClusterCommand.OpenYear(c.InOffice?.Year ?? 2020)),
        (Who.Officer(school), new ClusterCommand.ListInventory(c.Recognised?.Year ?? 2021, Items, "Bàn giao")),
    ];

    public (Actor Actor, ClusterCommand Command) Next(ClusterState.Formed c) => chance.Below(5) switch
    {
        0 => (Anybody(c), Anything(c)),
        1 => Aside(c),
        _ => Due(c),
    };

    private (Actor Actor, ClusterCommand Command) Due(ClusterState.Formed c)
    {
        if (c.InOffice is not { } now || (c.Closed.Contains(now.Year) && c.Recognised is not null))
            return (Who.Official, new ClusterCommand.AppointOfficers(Officers(c, (c.InOffice?.Year ?? 2019) + 1), [], "Kiện toàn"));
        var campaign = Who.Grain(new CampaignKey("8", now.Year));
        if (c.Guided.All(g => g.Guidance.Year != now.Year))
            return (Academy, new ClusterCommand.ReceiveGuidance(new(now.Year, "1/HD", Day), RegulationOf(now.Year)));
        if (!c.Opened.Contains(now.Year))
            return (Who.Principal(now.Head), new ClusterCommand.OpenYear(now.Year));
        if (c.Election is { } year)
            return (Who.Grain(new ElectionKey("8", year)), new ClusterCommand.ApplyElection(year, chance.OneIn(5) ? null : Officers(c, year)));
        if (c.Recognised is not null)
            return Handover(c, now);
        return (campaign, c.Proposed is { } proposed
            ? new ClusterCommand.ApplyRecognition(chance.OneIn(4) ? Officers(c, proposed.Year) : proposed, Decision)
            : new ClusterCommand.ProposeOfficers(now.Year + 1, c.Guided.Last(g => g.Guidance.Year == now.Year).Regulation.Officers));
    }

    private (Actor Actor, ClusterCommand Command) Handover(ClusterState.Formed c, Officers now)
    {
        if (c.DueInventory is null && now.Head != c.Recognised!.Head)
            return (Who.Officer(now.Head), new ClusterCommand.ListInventory(c.Recognised.Year, Items));
        var signer = chance.Of([.. c.HandoverSigners.Where(school => !c.Handover.Contains(school))]);
        return (Who.Principal(signer), new ClusterCommand.SignHandover(c.Recognised!.Year, signer, Day, c.DueInventory?.Version));
    }

    // What comes between: other officers, schools that come and go, bars, a year that is over.
    private (Actor Actor, ClusterCommand Command) Aside(ClusterState.Formed c)
    {
        var (school, year) = (chance.Of(c.Members), c.InOffice?.Year ?? 2020);
        return chance.Below(12) switch
        {
            0 or 1 => (Who.Official, new ClusterCommand.OverrideOfficers(Officers(c, year), [], Decision, "Thay cụm trưởng")),
            2 or 3 when c.Members.Count > 3 => (Academy, Merger(c, school)),
            4 when c.Members.Count > 3 => (Academy, new ClusterCommand.ApplyTransfer(new(school, "8", "9", Day, Decision, "Điều chỉnh cụm"))),
            5 => (Academy, new ClusterCommand.ApplyTransfer(new(Founded(), null, "8", Day, Decision, "Điều chỉnh cụm"))),
            6 => (Academy, new ClusterCommand.ApplyBar(new(school, year, chance.Of(Enum.GetValues<BarKind>()), Day, Decision, "Cảnh cáo"))),
            7 => (Academy, new ClusterCommand.ApplyLifting(new(school, year, chance.Of(Enum.GetValues<BarKind>()), Day, Decision, "Hết thời hạn"))),
            8 => (Who.Grain(new CampaignKey("8", year)), new ClusterCommand.NoteClosing(year)),
            9 => (Who.Grain(new CampaignKey("8", year)), new ClusterCommand.ApplyRecognition(Officers(c, year + 1), Decision)),
            10 when chance.OneIn(10) => (Academy, new ClusterCommand.ApplyDissolution(new(Day, Decision, "Giải thể"))),
            _ => Due(c),
        };
    }

    private ClusterCommand Anything(ClusterState.Formed c)
    {
        var (school, year) = (chance.Of(c.Members), (c.InOffice?.Year ?? 2020) + chance.Below(2));
        return chance.Below(9) switch
        {
            0 => new ClusterCommand.AppointOfficers(Officers(c, year), [], "Kiện toàn"),
            1 => new ClusterCommand.OverrideOfficers(Officers(c, year), [], Decision, "Thay cụm trưởng"),
            2 => new ClusterCommand.OpenYear(year),
            3 => new ClusterCommand.ProposeOfficers(year, RegulationOf(year).Officers),
            4 => new ClusterCommand.ApplyElection(year, Officers(c, year)),
            5 => new ClusterCommand.ApplyRecognition(Officers(c, year), Decision),
            6 => new ClusterCommand.ListInventory(year, Items, "Bổ sung"),
            7 => new ClusterCommand.SignHandover(year, school, Day, c.DueInventory?.Version),
            _ => new ClusterCommand.NoteClosing(year),
        };
    }

    private Actor Anybody(ClusterState.Formed c) => chance.Below(6) switch
    {
        0 or 1 => Who.Official,
        2 => Who.Grain(new CampaignKey("8", c.InOffice?.Year ?? 2020)),
        3 => Who.Visitor(chance.Of(c.Members)),
        4 => Who.Officer(chance.Of(c.Members)),
        _ => Who.Principal(chance.Of(c.Members)),
    };

    private ClusterCommand.ApplyMerger Merger(ClusterState.Formed c, string school)
    {
        var successor = chance.OneIn(3) ? chance.Of([.. c.Members.Where(other => other != school)]) : Founded();
        return new(new([school], successor, chance.OneIn(5) ? "9" : "8", c.Members.Contains(successor) ? "8" : null, Day, Decision, "Hợp nhất tỉnh", Founded: !c.Members.Contains(successor)));
    }

    private Regulation RegulationOf(int year) => regulations.Of(year, 3) with { Membership = regulations.Membership() };

    private string Founded() => string.Create(CultureInfo.InvariantCulture, $"founded-{++founded}");

    private Officers Officers(ClusterState.Formed c, int year)
    {
        var head = chance.Of(c.Members);
        return new(year, head, c.Members.Where(school => school != head).Take(chance.Below(3)).ToEquatableList());
    }

    private static Actor Academy => Who.Grain(AcademyKey.National);
}
