using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class HttpRequestTests
{
    [Fact]
    public void A_request_leaves_as_written_and_its_answer_is_waited_for()
    {
        var story = Flow(
            """
            {"url":"https://bank.example/pay","method":"post","authorization":"Bearer x",
             "content":{"typeName":"Object","expression":{"type":"JavaScript","value":"({amount: 5})"}},
             "requestHeaders":{"typeName":"Object","expression":{"type":"Object","value":"{\"X-Kind\":\"test\"}"}}}
            """
        );

        var call = Assert.Single(story.Effects.OfType<Effect.Call>()).Request;
        Assert.Equal(("POST", "https://bank.example/pay"), (call.Method, call.Url));
        Assert.Equal(("""{"amount":5}""", "application/json"), (call.Content, call.ContentType));
        Assert.Equal(("Bearer x", "test"), (call.Headers["Authorization"], call.Headers["X-Kind"]));
        Assert.Empty(story.Lines);
        Assert.IsType<Wait.ForCall>(Assert.Single(story.State!.Waits));
    }

    [Theory]
    [InlineData(200, new[] { "200", "done" })]
    [InlineData(404, new[] { "404", "done" })]
    [InlineData(500, new[] { "unmatched", "done" })]
    public void An_answer_leaves_by_its_expected_code_or_as_unmatched_and_by_Done(int status, string[] lines)
    {
        var story = Flow(
            """{"url":"http://x.example","expectedStatusCodes":{"typeName":"Int32","expression":{"type":"Object","value":"[200,404]"}}}"""
        );

        Answer(story, new CallAnswer(CallEnd.Answered, status, null, Nothing));

        Assert.Equal(lines, story.Lines);
    }

    [Fact]
    public void Without_a_list_two_hundred_is_expected() =>
        Assert.Equal(
            ["200", "done"],
            Answer(Flow("""{"url":"http://x.example"}"""), new CallAnswer(CallEnd.Answered, 200, null, Nothing)).Lines
        );

    [Theory]
    [InlineData(CallEnd.Unreachable, "unreachable")]
    [InlineData(CallEnd.TimedOut, "late")]
    public void Without_an_answer_neither_a_code_nor_Done_is_followed(CallEnd end, string line) =>
        Assert.Equal([line], Answer(Flow("""{"url":"http://x.example"}"""), CallAnswer.None(end)).Lines);

    [Fact]
    public void An_answer_can_be_read_by_what_follows()
    {
        var story = Flow("""{"url":"http://x.example"}""");

        Answer(story, new CallAnswer(CallEnd.Answered, 200, new Dictionary<string, object?> { ["id"] = 7L }, Nothing));

        Assert.Equal(200L, ((IReadOnlyDictionary<string, object?>)story.State!.LastResult!)["StatusCode"]);
    }

    [Fact]
    public void An_address_that_is_none_of_the_web_is_a_fault() =>
        Assert.Equal("http.url-invalid", Flow("""{"url":"file:///etc/passwd"}""").Incident!.Code);

    [Fact]
    public void A_method_that_is_none_is_a_fault() =>
        Assert.Equal(
            "http.method-invalid",
            Flow("""{"url":"http://x.example","method":"GET / HTTP/1.1"}""").Incident!.Code
        );

    [Theory]
    [InlineData(200, "ok")]
    [InlineData(201, "made")]
    [InlineData(500, "other")]
    public void The_embedded_activity_of_the_code_runs_and_then_the_request_is_done(int status, string line) =>
        Assert.Equal(
            [line, "after"],
            Answer(Embedding(), new CallAnswer(CallEnd.Answered, status, null, Nothing)).Lines
        );

    [Fact]
    public void The_embedded_activity_for_no_connection_runs() =>
        Assert.Equal(["down", "after"], Answer(Embedding(), CallAnswer.None(CallEnd.Unreachable)).Lines);

    [Fact]
    public void What_nothing_is_embedded_for_is_done_at_once() =>
        Assert.Equal(["after"], Answer(Embedding(), CallAnswer.None(CallEnd.TimedOut)).Lines);

    private static readonly Dictionary<string, object?> Nothing = [];

    private static Story Answer(Story story, CallAnswer answer) =>
        story.Feed(new Stimulus.CallAnswered(story.Effects.OfType<Effect.Call>().Single().CallId, answer));

    private static Story Flow(string inputs) =>
        new Story(
            Chart.Definition(
                Chart.Flowchart(
                    "f",
                    """
                    h:200 -> 200
                    h:404 -> 404
                    h:Unmatched status code -> unmatched
                    h -> done
                    h:Failed to connect -> unreachable
                    h:Timeout -> late
                    """,
                    Chart.Activity("h", "Elsa.FlowSendHttpRequest", inputs)
                )
            )
        ).Start();

    private static Story Embedding()
    {
        var line = (string text) => $$"""{"id":"{{text}}","type":"Elsa.WriteLine","version":1,"text":"{{text}}"}""";
        var node = Chart.Activity(
            "h",
            "Elsa.SendHttpRequest",
            $$"""
            {"url":"http://x.example","expectedStatusCodes":[{"statusCode":200,"activity":{{line("ok")}}},
             {"statusCode":201,"activity":{{line("made")}}}],
             "unmatchedStatusCode":{{line("other")}},"failedToConnect":{{line("down")}}}
            """
        );
        return new Story(Chart.Definition(Chart.Flowchart("f", "h -> after", node))).Start();
    }
}
