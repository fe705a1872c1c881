using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class SendEmailTests
{
    [Fact]
    public void A_message_goes_to_every_addressee_once_and_the_procedure_goes_on()
    {
        var story = Play("""{"to":["a@x.example","A@X.example"],"cc":["b@x.example"]}""");

        var mail = Assert.Single(story.Effects.OfType<Effect.SendMail>());
        Assert.Equal(["a@x.example", "b@x.example"], mail.To);
        Assert.Equal(("Hello", "<p>Hi</p>"), (mail.Subject, mail.Html));
        Assert.Equal(["after"], story.Lines);
    }

    [Theory]
    [InlineData("""{"to":[]}""")]
    [InlineData("""{"to":["nobody"]}""")]
    [InlineData("""{"to":["a@x.example"],"subject":"two\nlines"}""")]
    [InlineData("""{"to":["a@x.example"],"subject":""}""")]
    [InlineData("""{"to":["a@x.example"],"attachments":"report.pdf"}""")]
    public void A_message_that_cannot_be_sent_is_a_fault_at_once(string inputs)
    {
        var story = Play(inputs);

        Assert.Equal("mail.invalid", story.Incident!.Code);
        Assert.Empty(story.Effects);
    }

    private static Story Play(string inputs)
    {
        var mail = Chart.Activity("m", "Elsa.SendEmail", inputs);
        foreach (var list in new[] { "to", "cc" })
        {
            if (mail[list] is { } addresses)
            {
                mail[list] = new System.Text.Json.Nodes.JsonObject
                {
                    ["typeName"] = "String",
                    ["expression"] = new System.Text.Json.Nodes.JsonObject
                    {
                        ["type"] = "Object",
                        ["value"] = addresses.ToJsonString(),
                    },
                };
            }
        }
        mail["subject"] ??= "Hello";
        mail["body"] ??= "<p>Hi</p>";
        return new Story(Chart.Definition(Chart.Flowchart("f", "m -> after", mail))).Start();
    }
}
