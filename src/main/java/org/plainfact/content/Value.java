package org.plainfact.content;

import java.util.List;
import java.util.Map;

/** A value of the front matter, with its place in the file. */
sealed interface Value {
    /** Offset in the file. */
    int at();

    /** What it is called in messages. */
    String kind();

    /** @param origin where the characters of the text stand */
    record Words(String text, Origin origin, int at) implements Value {
        @Override
        public String kind() {
            return "text";
        }
    }

    record Items(List<Value> items, int at) implements Value {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param written as in the file, to be kept where the key is not known */
    record Group(Map<String, Entry> entries, int at) implements Value {
        @Override
        public String kind() {
            return "keys and values";
        }
    }

    /** No value behind the colon. */
    record Nothing(int at) implements Value {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /**
     * A key with its value.
     *
     * @param at offset of the key in the file
     * @param end offset behind the value
     */
    record Entry(int at, Value value, int end) {}
}
