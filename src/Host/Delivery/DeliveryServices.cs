using CaseFlow.Host.Delivery.Calls;

namespace CaseFlow.Host.Delivery;

public static class DeliveryServices
{
    /// <summary>Mail goes to the server named in <c>Mail:Host</c>; without one into the folder <c>mail/</c>.</summary>
    public static WebApplicationBuilder AddDelivery(this WebApplicationBuilder builder)
    {
        var mail = builder.Configuration.GetSection("Mail");
        builder.Services.Configure<MailOptions>(mail);
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddScoped<ProcedurePost>();
        builder.Services.Configure<CallOptions>(builder.Configuration.GetSection("Http"));
        builder.Services.AddSingleton<HttpCaller>();
        builder.Services.AddScoped<CallSweep>();
        if (string.IsNullOrWhiteSpace(mail["Host"]))
            builder.Services.AddSingleton<IMailer, FolderMailer>();
        else
            builder.Services.AddSingleton<IMailer, SmtpMailer>();
        return builder;
    }
}
