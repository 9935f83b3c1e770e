package org.plainfact.bake;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function that templates call. Wrong arguments are told with the function's name, at the place of the call. */
record Function(String name, List<Class<?>> parameters, Call call) implements TemplateMethodModelEx {
    /** What it does with arguments of the declared types. */
    interface Call {
        @Nullable
        Object of(List<Object> arguments) throws TemplateModelException;
    }

    static Function of(String name, Call call, Class<?>... parameters) {
        return new Function(name, List.of(parameters), call);
    }

    @Override
    @SuppressWarnings({"rawtypes", "NullAway"})
    public @Nullable Object exec(List arguments) throws TemplateModelException {
        if (arguments.size() != parameters.size()) {
            throw new TemplateModelException(signature() + " is called with " + arguments.size() + " argument"
                    + (arguments.size() == 1 ? "" : "s"));
        }
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = argument(arguments.get(i), i);
        }
        return RecordWrapper.INSTANCE.wrap(call.of(Arrays.asList(values)));
    }

    private Object argument(@Nullable Object model, int index) throws TemplateModelException {
        Class<?> type = parameters.get(index);
        Object value = unwrap(model);
        if (value == null || !type.isInstance(value)) {
            throw new TemplateModelException(signature() + ": argument " + (index + 1) + " is "
                    + (value == null ? "missing" : noun(value.getClass())));
        }
        return value;
    }

    private static @Nullable Object unwrap(@Nullable Object model) throws TemplateModelException {
        return switch (model) {
            case null -> null;
            case RecordWrapper.Wrapped wrapped -> wrapped.value();
            case TemplateScalarModel text -> text.getAsString();
            case TemplateNumberModel number -> number.getAsNumber();
            case TemplateBooleanModel flag -> flag.getAsBoolean();
            default -> model;
        };
    }

    private String signature() {
        return name + parameters.stream().map(Function::noun).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String noun(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (List.class.isAssignableFrom(type)) {
            return "list";
        }
        return type == Object.class ? "value" : Names.kebab(type.getSimpleName());
    }
}
