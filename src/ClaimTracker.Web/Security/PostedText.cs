using ClaimTracker.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Reads text of forms and addresses without the character 0, which nobody types, some programs paste, and PostgreSQL keeps in no
/// text: a value with it would end in an error of the database.
/// </summary>
internal sealed class PostedText : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string)
            ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

    private sealed class Binder(SimpleTypeModelBinder plain) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await plain.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string text })
                bindingContext.Result = ModelBindingResult.Success(PlainText.Of(text));
        }
    }
}
