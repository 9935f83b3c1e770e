package org.plainfact.bake;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleDate;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import freemarker.template.utility.StringUtil;
import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only way from Java objects to templates, by whitelist: text, numbers, truth values, lists, maps, optionals, and
 * records of this program with their components. Anything else is refused, so no template reaches a class, a stream or
 * a service.
 */
final class RecordWrapper implements ObjectWrapper {
    static final RecordWrapper INSTANCE = new RecordWrapper();

    private RecordWrapper() {}

    @Override
    @SuppressWarnings("NullAway") // Freemarker's "missing" is null.
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        return switch (value) {
            case null -> null;
            case TemplateModel model -> model;
            case CharSequence text -> new SimpleScalar(text.toString());
            case Number number -> new SimpleNumber(number);
            case Boolean flag -> flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
            case Optional<?> optional -> wrap(optional.orElse(null));
            case List<?> list -> new Items(list);
            case Collection<?> collection -> new Items(List.copyOf(collection));
            case Map<?, ?> map -> new Entries(map);
            case Object[] array -> new Items(List.of(array));
            // JBake's own models carry dates.
            case Date date -> new SimpleDate(date, TemplateDateModel.DATETIME);
            default -> members(value);
        };
    }

    private TemplateModel members(Object value) throws TemplateModelException {
        Map<String, MethodHandle> members = Members.of(value.getClass());
        if (members.isEmpty() && !Members.shows(value.getClass())) {
            throw new TemplateModelException("a template cannot see "
                    + StringUtil.jQuote(value.getClass().getName()) + ": it sees records, maps, lists and text only");
        }
        return value instanceof Enum<?> constant ? new Constant(constant, members) : new Properties(value, members);
    }

    /** A model that a function of ours can take back apart. */
    sealed interface Wrapped extends TemplateModel {
        Object value();
    }

    private record Items(List<?> value) implements Wrapped, TemplateSequenceModel {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel get(int index) throws TemplateModelException {
            return index >= 0 && index < value.size() ? INSTANCE.wrap(value.get(index)) : null;
        }

        @Override
        public int size() {
            return value.size();
        }
    }

    private record Entries(Map<?, ?> value) implements Wrapped, TemplateHashModelEx2 {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return INSTANCE.wrap(value.get(key));
        }

        @Override
        public boolean isEmpty() {
            return value.isEmpty();
        }

        @Override
        public int size() {
            return value.size();
        }

        @Override
        public Iteration keys() {
            return new Iteration(value.keySet());
        }

        @Override
        public Iteration values() {
            return new Iteration(value.values());
        }

        @Override
        public KeyValuePairIterator keyValuePairIterator() {
            Iterator<? extends Map.Entry<?, ?>> entries = value.entrySet().iterator();
            return new KeyValuePairIterator() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public KeyValuePair next() {
                    Map.Entry<?, ?> entry = entries.next();
                    return new Pair(entry.getKey(), entry.getValue());
                }
            };
        }
    }

    private record Pair(Object key, Object value) implements TemplateHashModelEx2.KeyValuePair {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel getKey() throws TemplateModelException {
            return INSTANCE.wrap(key);
        }

        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel getValue() throws TemplateModelException {
            return INSTANCE.wrap(value);
        }
    }

    private record Iteration(Collection<?> all) implements freemarker.template.TemplateCollectionModel {
        @Override
        public TemplateModelIterator iterator() {
            Iterator<?> left = all.iterator();
            return new TemplateModelIterator() {
                @Override
                @SuppressWarnings("NullAway")
                public @Nullable TemplateModel next() throws TemplateModelException {
                    return INSTANCE.wrap(left.next());
                }

                @Override
                public boolean hasNext() {
                    return left.hasNext();
                }
            };
        }
    }

    private record Properties(Object value, Map<String, MethodHandle> members) implements Wrapped, TemplateHashModel {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return INSTANCE.wrap(Members.get(value, members, key));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** An enum constant: its name in kebab-case as text, with members such as {@code status.plain}. */
    private record Constant(Enum<?> value, Map<String, MethodHandle> members)
            implements Wrapped, TemplateHashModel, TemplateScalarModel {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return INSTANCE.wrap(Members.get(value, members, key));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String getAsString() {
            return Names.kebab(value.name());
        }
    }
}
