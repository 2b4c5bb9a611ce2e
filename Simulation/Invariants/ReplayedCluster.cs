using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A cluster's members, officers and line of succession as its acknowledged operations make them.</summary>
internal sealed class ReplayedCluster
{
    private readonly List<int> guided = [];
    private readonly Dictionary<int, Regulation> regulations = [];
    private readonly BarOracle bars = new();
    private readonly List<int> opened = [];
    private readonly List<string> signatures = [];
    private EquatableList<string> members = [];
    private EquatableList<string> queue = [];
    private EquatableList<string> skipped = [];
    private Officers? inOffice;
    private Officers? proposed;
    private Officers? recognised;
    private Vacancy? vacancy;
    private int? election;
    private Inventory? inventory;

    public void Carry(object command)
    {
        switch (command)
        {
            case ClusterCommand.Form x: members = x.Members; break;
            case ClusterCommand.ReceiveGuidance x: guided.Add(x.Guidance.Year); regulations[x.Guidance.Year] = x.Regulation; break;
            case ClusterCommand.ApplyBar x: bars.Add(x.Bar); break;
            case ClusterCommand.ApplyLifting x: bars.Remove(x.Lifting); break;
            case ClusterCommand.OpenYear x: opened.Add(x.Year); break;
            case ClusterCommand.AppointOfficers x: PutIntoOffice(x.Officers, x.Queue); break;
            case ClusterCommand.OverrideOfficers x: Replace(x.Officers, x.Queue); break;
            case ClusterCommand.ProposeOfficers x: Propose(x.Year, x.Rules); break;
            case ClusterCommand.ApplyElection x: EndElection(x.Year, x.Officers); break;
            case ClusterCommand.ApplyRecognition x: Recognise(x.Officers); break;
            case ClusterCommand.ListInventory x: List(x.Year, x.Items); break;
            case ClusterCommand.SignHandover x: Sign(x.School); break;
            default: break;
        }
    }

    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public IEnumerable<string> Differences(ClusterView shown) => new (string What, bool Same)[]
    {
        ("members", shown.Members.Equals(members)),
        ("guided years", shown.GuidedYears.SequenceEqual(guided)),
        ("opened years", shown.OpenedYears.SequenceEqual(opened)),
        ("officers in office", shown.InOffice == inOffice),
        ("queue", shown.Queue.Equals(queue)),
        ("proposed officers", shown.Proposed == proposed),
        ("recognised officers", shown.Recognised == recognised),
        ("signatures of the handover", shown.HandoverSignatures.SequenceEqual(signatures)),
        ("inventory", shown.Inventory == inventory),
        ("election", shown.Election == election),
        ("vacancy", shown.Vacancy == vacancy),
        ("skipped schools", shown.Skipped!.SequenceEqual(skipped)),
    }.Where(part => !part.Same).Select(part => part.What);

    private void PutIntoOffice(Officers officers, IEnumerable<string> line)
    {
        (inOffice, queue, proposed, recognised, election, skipped) = (officers, line.ToEquatableList(), null, null, null, []);
        signatures.Clear();
        if (!officers.Acting)
            vacancy = null;
    }

    private void Replace(Officers officers, EquatableList<string> line)
    {
        (inOffice, queue) = (officers, line);
        signatures.Clear();
        if (recognised is not null && inventory is not null)
            inventory = inventory with { Items = [] };
        if (vacancy?.Year <= officers.Year)
            vacancy = null;
    }

    private void Propose(int year, OfficerRules rules)
    {
        proposed = RotationOracle.Next(inOffice!, queue, rules, school => IsBarred(school, year), out var passed);
        if (proposed is not null)
            skipped = passed.ToEquatableList();
        else if (rules.Election is not null && !members.All(school => IsBarred(school, year)))
            election = year;
        else
            LeaveVacant(year, VacancyReason.NobodyToFollow);
    }

    private void EndElection(int year, Officers? elected)
    {
        (election, proposed) = (null, elected is null ? null : RotationOracle.Elected(elected, school => IsBarred(school, year)));
        if (proposed is null)
            LeaveVacant(year, elected is null ? VacancyReason.NobodyElected : VacancyReason.HeadBarred);
        else
            skipped = elected!.Deputies.Prepend(elected.Head).Where(school => IsBarred(school, year)).ToEquatableList();
    }

    private void LeaveVacant(int year, VacancyReason reason) =>
        (vacancy, proposed, skipped) = (new(year, reason), RotationOracle.Acting(inOffice!, queue, members, school => IsBarred(school, year)), []);

    private bool IsBarred(string school, int year) => bars.Keeps(school, year - 1, regulations.GetValueOrDefault(year - 1), BarredFrom.Posts);

    private void Recognise(Officers officers)
    {
        (recognised, election) = (officers, null);
        signatures.Clear();
    }

    private void List(int year, EquatableList<HandoverItem> items)
    {
        inventory = new(year, inventory?.Year == year ? inventory.Version + 1 : 1, items);
        signatures.Clear();
    }

    private void Sign(string school)
    {
        signatures.Add(school);
        var heads = new HashSet<string>([recognised!.Head], StringComparer.Ordinal);
        if (inOffice is not null)
            heads.Add(inOffice.Head);
        if (heads.IsSubsetOf(signatures))
            PutIntoOffice(recognised, RotationOracle.LineAfter(inOffice, queue, recognised));
    }
}
