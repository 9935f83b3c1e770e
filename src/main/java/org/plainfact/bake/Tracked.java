package org.plainfact.bake;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainfact.memo.Asking;

/** The settings as templates see them: each is asked for by its name, so that a page depends on those that it reads. */
final class Tracked {
    private Tracked() {}

    /** {@code site}. */
    record Site(Asking asking) implements TemplateHashModel {
        @Override
        @SuppressWarnings("NullAway") // Freemarker's "missing" is null.
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            return RecordWrapper.INSTANCE.wrap(asking.ask(new Asked.SettingNamed(name)));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** {@code config}. */
    record Config(Asking asking) implements TemplateHashModelEx2 {
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return RecordWrapper.INSTANCE.wrap(asking.ask(new Asked.Configured(key)));
        }

        @Override
        public boolean isEmpty() {
            return all().isEmpty();
        }

        @Override
        public int size() {
            return all().size();
        }

        @Override
        public freemarker.template.TemplateCollectionModel keys() throws TemplateModelException {
            return wrapped().keys();
        }

        @Override
        public freemarker.template.TemplateCollectionModel values() throws TemplateModelException {
            return wrapped().values();
        }

        @Override
        public KeyValuePairIterator keyValuePairIterator() throws TemplateModelException {
            return wrapped().keyValuePairIterator();
        }

        private Map<String, String> all() {
            return asking.ask(new Asked.Configuration());
        }

        private TemplateHashModelEx2 wrapped() throws TemplateModelException {
            if (RecordWrapper.INSTANCE.wrap(all()) instanceof TemplateHashModelEx2 model) {
                return model;
            }
            throw new IllegalStateException("a map is wrapped as a hash");
        }
    }
}
