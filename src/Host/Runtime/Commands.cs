using CaseFlow.Host.Persistence;
using MediatR;

namespace CaseFlow.Host.Runtime;

/// <summary>A request that changes something: its handler runs inside one unit of work.</summary>
public interface ICommand<out TResponse> : IRequest<TResponse>;

/// <summary>Opens the unit of work around every command handler; a repeated attempt runs the handler again.</summary>
public sealed class UnitOfWorkBehavior<TRequest, TResponse>(UnitOfWork unit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
        unit.RunAsync(() => next(), ct);
}
