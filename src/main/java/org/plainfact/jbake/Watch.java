package org.plainfact.jbake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Lookup;

/**
 * What one page looks up while it is printed, so that it is printed again where something of it has changed. For the thread
 * that prints.
 */
final class Watch {
    private static final ScopedValue<Watch> CURRENT = ScopedValue.newInstance();

    /**
     * From so many documents on, a page that reads something of them depends on the same of all: it is likely to list them all,
     * and a site of which each page did would have to remember millions of lookups.
     */
    private static final int MANY = 64;

    /** Keys of attributes that were read, and of which documents; an empty key stands for all of a document. */
    private final Map<String, Set<String>> attributes = new HashMap<>();

    private final Set<Lookup<?>> others = new LinkedHashSet<>();
    private boolean spoilt;

    private Watch() {}

    /**
     * Does something, and asks for all that was looked up meanwhile.
     *
     * @param asking remembers what is asked, unless it is the world itself
     */
    static <T> T over(Asking asking, ScopedValue.CallableOp<T, RuntimeException> work) {
        if (asking == asking.world()) {
            return work.call();
        }
        Watch watch = new Watch();
        T result = ScopedValue.where(CURRENT, watch).call(work);
        watch.ask(asking);
        return result;
    }

    private void ask(Asking asking) {
        if (spoilt) {
            asking.spoil();
            return;
        }
        others.forEach(asking::ask);
        attributes.forEach((key, documents) -> {
            if (documents.size() > MANY) {
                asking.ask(new Asked.Column(key));
            } else {
                documents.forEach(document -> asking.ask(new Asked.Attribute(document, key)));
            }
        });
    }

    private static void now(Consumer<Watch> what) {
        if (CURRENT.isBound()) {
            what.accept(CURRENT.get());
        }
    }

    static void lookup(Lookup<?> lookup) {
        now(watch -> watch.others.add(lookup));
    }

    /** @param key of any type, since a map is asked for anything */
    static void attribute(Shelved document, Object key) {
        now(watch -> watch.read(document, String.valueOf(key)));
    }

    static void whole(Shelved document) {
        now(watch -> watch.read(document, Asked.ALL));
    }

    private void read(Shelved document, String key) {
        spoilt |= document.isOpaque();
        attributes.computeIfAbsent(key, each -> new HashSet<>()).add(document.id());
    }

    /** What is made depends on what nobody can ask for: code of others was run. */
    static void spoil() {
        now(watch -> watch.spoilt = true);
    }
}
