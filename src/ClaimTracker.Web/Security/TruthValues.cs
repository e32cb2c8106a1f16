using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Reads boxes and switches of forms. A value that is neither true nor false comes from no form of ours: it is answered with 400,
/// since as false it would be carried out, and shown again it cannot be drawn as a box.
/// </summary>
internal sealed class TruthValues : IModelBinderProvider, IModelBinder, IPageFilter
{
    private static readonly object Mistaken = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(bool) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);

        // A ticked box is followed by the hidden "false" that stands for it while it is not ticked.
        if (bool.TryParse(sent.FirstValue, out var value))
            bindingContext.Result = ModelBindingResult.Success(value);
        else if (string.IsNullOrEmpty(sent.FirstValue) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
            bindingContext.Result = ModelBindingResult.Success(null);
        else
            bindingContext.HttpContext.Items[Mistaken] = bindingContext.ModelName;
        return Task.CompletedTask;
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Once: the page that tells of it is bound to the same form.
        if (context.HttpContext.Items.Remove(Mistaken))
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
