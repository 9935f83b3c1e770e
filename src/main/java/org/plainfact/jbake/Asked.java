package org.plainfact.jbake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jbake.model.DocumentModel;
import org.plainfact.memo.Lookup;
import org.plainfact.memo.World;

/** What a page of a site of JBake looks up while it is printed: all that its bytes depend on beside what it is given. */
final class Asked {
    /** In place of a key: all of a document. */
    static final String ALL = "";

    private Asked() {}

    /** What can be looked up. */
    record Shelves(MemoryStore store, Templates templates, String today) {}

    /** Which documents stand in a list of the store, in order. */
    record Listed(Kind kind, String of, MemoryStore.Paging paging) implements Lookup<List<String>> {
        enum Kind {
            OF_TYPE,
            PUBLISHED_OF_TYPE,
            TAGGED_POSTS,
            TAGGED,
            BY_SOURCE,
            UNRENDERED
        }

        @Override
        public List<String> in(World world) {
            return world.part(Shelves.class).store().list(this).stream()
                    .map(document -> ((Shelved) document).id())
                    .toList();
        }
    }

    /** All tags in the order in which they are given. */
    record Tags(boolean ofPostsAlone) implements Lookup<List<String>> {
        @Override
        public List<String> in(World world) {
            return List.copyOf(world.part(Shelves.class).store().tags(ofPostsAlone));
        }
    }

    /** What a document says for a key. */
    record Attribute(String document, String key) implements Lookup<Optional<Object>> {
        @Override
        public Optional<Object> in(World world) {
            return world.part(Shelves.class).store().find(document).map(found -> value(found, key));
        }
    }

    /** What each document says for a key. */
    record Column(String key) implements Lookup<List<Object>> {
        @Override
        public List<Object> in(World world) {
            List<Object> all = new ArrayList<>();
            for (Shelved document : world.part(Shelves.class).store().all()) {
                all.add(document.id());
                all.add(value(document, key));
            }
            return all;
        }
    }

    private static Object value(Shelved document, String key) {
        DocumentModel plain = document.plain();
        if (key.equals(ALL)) {
            return Plain.of(plain).orElse(NOT_PLAIN);
        }
        return plain.containsKey(key) ? Plain.of(plain.get(key)).orElse(NOT_PLAIN) : List.of();
    }

    /** Pages that read it are not remembered. */
    private static final String NOT_PLAIN = "not plain";

    /** The text of a template; empty where there is none. */
    record Template(String name) implements Lookup<Optional<String>> {
        @Override
        public Optional<String> in(World world) {
            return world.part(Shelves.class).templates().sha256(name);
        }
    }

    /** The ISO date of the build, of a page that prints its time. */
    record Today() implements Lookup<String> {
        @Override
        public String in(World world) {
            return world.part(Shelves.class).today();
        }
    }
}
