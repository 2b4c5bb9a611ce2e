using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A cluster's members, officers and line of succession as its acknowledged operations make them.</summary>
internal sealed class ReplayedCluster(string code)
{
    private readonly List<int> guided = [];
    private readonly List<int> serving = [];
    private readonly List<int> closed = [];
    private readonly List<string> names = [];
    private readonly Dictionary<int, Regulation> regulations = [];
    private readonly List<(string School, string Successor)> successions = [];
    private readonly BarOracle bars = new();
    private readonly List<int> opened = [];
    private readonly List<string> signatures = [];
    private EquatableList<string> members = [];
    private EquatableList<string> queue = [];
    private int? number;
    private Dissolution? dissolution;
    private bool dissolved;
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
            case ClusterCommand.Form x: (members, number) = (x.Members, x.Number); names.Add(x.Name); break;
            case ClusterCommand.ReceiveGuidance x: Guide(x.Guidance.Year, x.Regulation); break;
            case ClusterCommand.ApplyRenaming x: names.Add(x.Renaming.Name); number = x.Number; break;
            case ClusterCommand.ApplyTransfer x: Transfer(x.Transfer); break;
            case ClusterCommand.ApplyMerger x: Merge(x.Merger); break;
            case ClusterCommand.ApplyDissolution x: (dissolution, dissolved) = (x.Dissolution, dissolved || opened.TrueForAll(closed.Contains)); break;
            case ClusterCommand.NoteClosing x: Close(x.Year); break;
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
        ("names", shown.Number == number && shown.FormerNames!.Select(n => n.Name).Append(shown.Name).SequenceEqual(names)),
        ("members", shown.Members.Equals(members)),
        ("its dissolution", shown.Dissolution == dissolution && shown.Dissolved == dissolved),
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

    private void Guide(int year, Regulation regulation)
    {
        guided.Add(year);
        regulations[year] = regulation;
        if (regulation.Membership?.Posts.Value == PostPolicy.SuccessorServes)
            serving.Add(year);
    }

    private void Close(int year)
    {
        closed.Add(year);
        dissolved |= dissolution is not null && opened.TrueForAll(closed.Contains);
    }

    private void Transfer(Transfer transfer)
    {
        if (transfer.To != code)
            Leave([transfer.School], null, members.Where(s => s != transfer.School).ToEquatableList());
        else
            Join(transfer.School);
    }

    private void Merge(Merger merger)
    {
        var joins = merger.Cluster == code;
        var leaving = joins ? merger.Schools : merger.Schools.Add(merger.Successor);
        var comes = joins && !members.Contains(merger.Successor);
        var staying = members.Except(leaving).Concat(comes ? [merger.Successor] : []).ToEquatableList();
        if (staying.Count == 0)
            return;
        if (staying.Contains(merger.Successor))
            successions.AddRange(merger.Schools.Intersect(members).Select(school => (school, merger.Successor)));
        Leave(leaving, Serves && staying.Contains(merger.Successor) ? merger.Successor : null, staying);
        if (comes)
            Join(merger.Successor);
    }

    private bool Serves => serving.Contains(inOffice?.Year ?? 0);

    // Where somebody has neither an office nor a place in the line, there is none to stand in.
    private void Join(string school)
    {
        var placed = inOffice is null ? [] : new List<string>([inOffice.Head, .. inOffice.Deputies, .. queue]);
        var lined = queue.Count > 0 || (inOffice is not null && members.All(member => member == school || placed.Contains(member)));
        if (!members.Contains(school))
            members = members.Add(school);
        if (lined && !placed.Contains(school))
            queue = queue.Add(school);
    }

    private void Leave(EquatableList<string> leaving, string? heir, EquatableList<string> staying)
    {
        members = staying;
        if (staying.Count == 0)
            return;
        var posts = new PostsOracle(leaving, _ => heir, staying, IsBarred).After(new(inOffice, queue, proposed, recognised, vacancy));
        if (recognised is not null && posts.InOffice?.Head != inOffice?.Head && inventory is not null)
            inventory = inventory with { Items = [] };
        if (posts.InOffice != inOffice || posts.Recognised != recognised)
            signatures.Clear();
        (inOffice, queue, proposed, recognised, vacancy) = (posts.InOffice, posts.Queue, posts.Proposed, posts.Recognised, posts.Vacancy);
    }

    // The mergers once more, in the order of their time.
    private string? HeirOf(string school)
    {
        var holder = school;
        foreach (var (merged, successor) in successions)
            holder = merged == holder ? successor : holder;
        return members.Contains(holder) ? holder : null;
    }

    // Of officers whom others have named, some may have left meanwhile.
    private Officers Settled(Officers officers)
    {
        var left = officers.Deputies.Append(officers.Head).Except(members).ToList();
        var settled = left.Count == 0 ? officers : new PostsOracle(left, school => Serves ? HeirOf(school) : null, members, IsBarred).Settled(officers, inOffice, queue);
        if (settled.Acting && !officers.Acting)
            vacancy = new(officers.Year, VacancyReason.HeadLeft);
        return settled;
    }

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
        var named = elected is null ? null : RotationOracle.Elected(elected, school => IsBarred(school, year));
        (election, proposed) = (null, named is null ? null : Settled(named));
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
        (recognised, election) = (Settled(officers), null);
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
