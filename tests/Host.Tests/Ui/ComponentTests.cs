using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Host.Tests.Ui;

public sealed class ComponentTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public void The_floor_of_a_study_stands_between_its_start_and_its_target()
    {
        var bar = new StudyBarView(Start, Start.AddDays(14), Start.AddDays(28), Start.AddDays(7), []);

        Assert.Equal(0, bar.Place(Start));
        Assert.True(bar.Place(Start.AddDays(14)) < bar.Place(Start.AddDays(28)));
        Assert.InRange(bar.Place(Start.AddDays(28)), 90, 99.9);
    }

    [Fact]
    public void A_study_bar_is_drawn_from_the_side_where_the_reader_starts()
    {
        var bar = new StudyBarView(Start, Start.AddDays(14), null, Start.AddDays(7), []);

        Assert.Equal("0%", bar.X(Start, Start.AddDays(7), rightToLeft: false));
        Assert.Equal("100%", bar.X(Start, rightToLeft: true));
    }

    [Theory]
    [InlineData(13.9, false)]
    [InlineData(14, true)]
    public void The_floor_has_passed_from_its_very_moment(double days, bool passed) =>
        Assert.Equal(passed, new StudyBarView(Start, Start.AddDays(14), null, Start.AddDays(days), []).FloorPassed);

    [Fact]
    public void Steps_before_the_present_one_are_done_and_later_ones_to_come()
    {
        var steps = SevenSteps.At(3, returned: true).Steps;

        Assert.Equal(
            [
                StepState.Done,
                StepState.Done,
                StepState.Returned,
                StepState.ToCome,
                StepState.ToCome,
                StepState.ToCome,
                StepState.ToCome,
            ],
            steps.Select(s => s.State)
        );
    }

    [Fact]
    public void A_long_list_shows_its_ends_and_the_neighbours()
    {
        var pager = new PagerView(6, 20, 238, page => $"?page={page}");

        Assert.Equal([1, null, 5, 6, 7, null, 12], pager.Numbers);
        Assert.Equal((101, 120), (pager.FirstShown, pager.LastShown));
    }

    [Theory]
    [InlineData("case.unknown", StatusCodes.Status404NotFound)]
    [InlineData("case.not-your-role", StatusCodes.Status403Forbidden)]
    [InlineData("form.required", StatusCodes.Status400BadRequest)]
    [InlineData("case.study-period-running", StatusCodes.Status409Conflict)]
    [InlineData("something.new", StatusCodes.Status409Conflict)]
    public void One_table_says_which_status_a_refusal_is(string code, int status) =>
        Assert.Equal(status, RefusalStatus.Of(code));
}
