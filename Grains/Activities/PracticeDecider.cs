namespace ClusterActors.Activities;

/// <summary>Models and good practice (mô hình, cách làm hay): a member shares one, the others take note of it or adopt it.</summary>
internal static class PracticeDecider
{
    public static Decision<ActivitiesEvent> Share(ActivitiesState.Expected s, ActivitiesCommand.SharePractice share, Context context) =>
        s.Member(share.School)
        ?? Rights.Represents(context.Actor, share.School)
        ?? s.NotClosed()
        ?? Check.Text(share.Title, "title", 300)
        ?? Check.Text(share.Summary, "summary", 4000)
        ?? (share.Document is null ? null : Check.Text(share.Document, "document", 300))
        ?? (share.Activity is { } activity && s.ActivityOf(activity) is null ? s.Unknown(activity) : null)
        ?? Accept(new ActivitiesEvent.PracticeShared(s.Practices.Count + 1, share.School, share.Title, share.Summary, share.Document, share.Activity));

    public static Decision<ActivitiesEvent> Answer(ActivitiesState.Expected s, ActivitiesCommand.AnswerPractice answer, Context context)
    {
        if (s.Practices.FirstOrDefault(p => p.Number == answer.Practice) is not { } practice)
            return new Refusal(RefusalCode.PracticeUnknown, $"No practice {answer.Practice} has been shared in this year.");
        return s.Member(answer.School)
            ?? Rights.Represents(context.Actor, answer.School)
            ?? s.NotClosed()
            ?? Check.When(answer.School == practice.School, RefusalCode.AlreadyExists, "Who has shared a practice has it already.")
            ?? (answer.Comment is null ? null : Check.Text(answer.Comment, "comment"))
            ?? Check.When(
                practice.Answers.Contains(new(answer.School, answer.Adopts, answer.Comment)), RefusalCode.AlreadyExists, $"School '{answer.School}' has said so already.")
            ?? Accept(new ActivitiesEvent.PracticeAnswered(answer.Practice, answer.School, answer.Adopts, answer.Comment));
    }

    private static Decision<ActivitiesEvent> Accept(ActivitiesEvent e) => e;
}
