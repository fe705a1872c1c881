using CaseFlow.Host.Ui;

var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
builder.AddCaseFlowUi();

var app = builder.Build();
app.UseCaseFlowUi();
app.MapRazorPages();
app.Run();
