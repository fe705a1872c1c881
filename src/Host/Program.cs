var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
builder.Services.AddRazorPages(o => o.RootDirectory = "/Features");
var app = builder.Build();
app.MapRazorPages();
app.Run();
