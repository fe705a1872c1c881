using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CaseFlow.Host.Features.Api;

/// <summary>Title and security scheme of the OpenAPI document.</summary>
public sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken ct
    )
    {
        document.Info.Title = "CaseFlow";
        document.Info.Description =
            "Requests of members, from reception to service. Every endpoint but the token's wants a bearer token.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "From POST /api/auth/token.",
        };
        var bearer = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] };
        foreach (var (path, item) in document.Paths)
            if (path != AuthApi.Path)
                foreach (var operation in (item.Operations ?? []).Values)
                    operation.Security = [bearer];
        // What is null is left out of an answer and may be left out of a question.
        foreach (var schema in document.Components.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
            schema.Required?.ExceptWith(
                schema.Properties?.Where(member => MayBeNull(member.Value)).Select(member => member.Key).ToList() ?? []
            );
        return Task.CompletedTask;
    }

    private static bool MayBeNull(IOpenApiSchema member) =>
        member.Type?.HasFlag(JsonSchemaType.Null) == true || member.OneOf?.Any(MayBeNull) == true;
}
