package org.plainfact.site;

import java.util.Optional;
import org.plainfact.data.Entry;
import org.plainfact.memo.Lookup;
import org.plainfact.memo.World;

/** What pages and twins look up about the site beside what their texts do. */
final class Asked {
    private Asked() {}

    /** @param path of the file of an article */
    record RouteOf(String path) implements Lookup<Optional<Route>> {
        @Override
        public Optional<Route> in(World world) {
            return world.part(Plan.class).addresses().find(path);
        }

        @Override
        public Object ground(World world) {
            return world.part(Plan.class).addresses().ground();
        }
    }

    /**
     * The address of a link for those who read the text elsewhere.
     *
     * @param from path of the file that the link stands in
     */
    record AbsoluteIn(String from, String written, boolean picture) implements Lookup<String> {
        @Override
        public String in(World world) {
            return world.part(Plan.class).references().absolute(from, written, picture);
        }
    }

    /** @param from path of the file that names the picture */
    record PictureAt(String from, String written) implements Lookup<Optional<String>> {
        @Override
        public Optional<String> in(World world) {
            return world.part(Plan.class).references().picture(from, written);
        }
    }

    record RecordNamed(String id) implements Lookup<Optional<Entry>> {
        @Override
        public Optional<Entry> in(World world) {
            return world.part(Plan.class).data().find(id);
        }
    }
}
