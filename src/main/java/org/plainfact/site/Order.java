package org.plainfact.site;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;

/** Sorts lists that are mostly those of an earlier build: a list with the same keys is not sorted again. */
record Order(Session session) {
    private static final Drawer DRAWER = new Drawer("orders", true, false);

    /**
     * A list in order.
     *
     * @param name of the list, unique in a build
     * @param key all that the order depends on, of one item; a value
     */
    <T, K> List<T> of(String name, List<T> items, Function<T, K> key, Comparator<K> order) {
        List<K> keys = items.stream().map(key).toList();
        int[] positions = session.recall(
                DRAWER,
                name,
                keys,
                reads -> IntStream.range(0, keys.size())
                        .boxed()
                        .sorted((a, b) -> order.compare(keys.get(a), keys.get(b)))
                        .mapToInt(Integer::intValue)
                        .toArray());
        return Arrays.stream(positions).<T>mapToObj(items::get).toList();
    }
}
