package org.plainfact.bake;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files of a site by path, each described when somebody asks for it: a site has thousands, and most looks at it ask for a
 * few.
 */
abstract class Described extends AbstractMap<String, Proof> {
    @Override
    public abstract @Nullable Proof get(@Nullable Object path);

    @Override
    public abstract Set<String> keySet();

    @Override
    public boolean containsKey(@Nullable Object path) {
        return path instanceof String && keySet().contains(path);
    }

    @Override
    public int size() {
        return keySet().size();
    }

    @Override
    public Set<Entry<String, Proof>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Proof>> iterator() {
                return keySet().stream()
                        .map(path -> Map.entry(path, Objects.requireNonNull(get(path))))
                        .iterator();
            }

            @Override
            public int size() {
                return Described.this.size();
            }
        };
    }
}
