using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>What the editors of the policy library are made with.</summary>
public static class EditorServices
{
    public static void AddEditors(this IServiceCollection services)
    {
        services.AddScoped<EditorDesk>();
        services.AddScoped<SheetViews>();
        services.AddScoped<EditorTools>();
        // A new document is written on the page that changes one.
        services.PostConfigure<RazorPagesOptions>(o =>
        {
            o.Conventions.AddPageRoute("/Library/Editing/Forms/Edit", "library/forms/new");
            o.Conventions.AddPageRoute("/Library/Editing/Services/Edit", "library/services/new");
            o.Conventions.AddPageRoute("/Library/Editing/Calendars/Edit", "library/calendars/new");
        });
    }
}
