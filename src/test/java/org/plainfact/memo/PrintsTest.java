package org.plainfact.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintsTest {
    private final Prints prints = new Prints();

    @Test
    void an_object_is_known_as_itself_and_not_as_one_that_is_equal() {
        String known = new String("a");
        prints.put(known, new Fingerprint(1, 2));

        assertThat(prints.get(known)).isEqualTo(new Fingerprint(1, 2));
        assertThat(prints.get(new String("a"))).isNull();
    }

    @Test
    void what_is_put_last_is_known() {
        Object object = new Object();
        prints.put(object, new Fingerprint(1, 2));
        prints.put(object, new Fingerprint(3, 4));

        assertThat(prints.get(object)).isEqualTo(new Fingerprint(3, 4));
    }

    @Test
    void each_of_many_objects_keeps_its_own_whoever_puts_them() {
        List<Object> objects = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            objects.add(new Object());
        }

        IntStream.range(0, objects.size()).parallel().forEach(i -> prints.put(objects.get(i), new Fingerprint(i, ~i)));

        for (int i = 0; i < objects.size(); i++) {
            assertThat(prints.get(objects.get(i))).isEqualTo(new Fingerprint(i, ~i));
        }
    }
}
