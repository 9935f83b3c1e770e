package org.plainfact.bake;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.plainfact.data.Entry;
import org.plainfact.memo.Lookup;
import org.plainfact.memo.World;
import org.plainfact.site.Published;
import org.plainfact.site.Route;

/** What a page looks up while it is printed: all that its bytes depend on beside what it is given. */
final class Asked {
    private Asked() {}

    /** A file of the asset folder. */
    record AssetNamed(String name) implements Lookup<Optional<Picked>> {
        @Override
        public Optional<Picked> in(World world) {
            return world.part(Assets.class).find(name).map(Picked::of);
        }
    }

    /** For a hint, which a page may print. */
    record AssetNames() implements Lookup<Collection<String>> {
        @Override
        public Collection<String> in(World world) {
            return world.part(Assets.class).names();
        }
    }

    /** @param from path of the article that names the file */
    record AssetFor(String from, String name) implements Lookup<Optional<Picked>> {
        @Override
        public Optional<Picked> in(World world) {
            return world.part(Assets.class).findFor(name, from).map(Picked::of);
        }
    }

    /** The picture that networks show beside a link to a page. */
    record CardOf(Route page) implements Lookup<Optional<Cards.Card>> {
        @Override
        public Optional<Cards.Card> in(World world) {
            return world.part(Cards.class).of(page);
        }

        @Override
        public Object ground(World world) {
            return world.part(Cards.class).index();
        }
    }

    /** A published file as a page refers to it. */
    record Picked(Route route, Optional<String> integrity, String type, Optional<Published.Shown> shown) {
        static Picked of(Assets.Asset asset) {
            return new Picked(asset.route(), asset.integrity(), asset.type(), asset.shown());
        }
    }

    /** @param path of the file of an article */
    record RouteOf(String path) implements Lookup<Optional<Route>> {
        @Override
        public Optional<Route> in(World world) {
            return world.part(Register.class).article(path);
        }

        @Override
        public Object ground(World world) {
            return world.part(Register.class).site().routes().ground();
        }
    }

    /** The page of a record, a source or a working. */
    record RecordPage(String id) implements Lookup<Optional<Route>> {
        @Override
        public Optional<Route> in(World world) {
            return world.part(Register.class).record(id);
        }
    }

    record SourceNamed(String id) implements Lookup<Optional<Entry>> {
        @Override
        public Optional<Entry> in(World world) {
            return world.part(Register.class).source(id);
        }
    }

    /** What {@code site.NAME} gives. */
    record SettingNamed(String name) implements Lookup<Optional<Object>> {
        @Override
        public Optional<Object> in(World world) {
            return world.part(Register.class).setting(name);
        }
    }

    /** What {@code config.KEY} gives. */
    record Configured(String key) implements Lookup<Optional<String>> {
        @Override
        public Optional<String> in(World world) {
            return Optional.ofNullable(all(world).get(key));
        }

        private static Map<String, String> all(World world) {
            return world.part(Register.class).site().settings().other();
        }
    }

    /** Every key of the configuration. */
    record Configuration() implements Lookup<Map<String, String>> {
        @Override
        public Map<String, String> in(World world) {
            return Configured.all(world);
        }
    }

    /** The text of a template; empty where there is none of that name. */
    record TemplateNamed(String name) implements Lookup<Optional<String>> {
        @Override
        public Optional<String> in(World world) {
            return world.part(FtlhTemplateEngine.class).text(name);
        }
    }
}
