package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.image.Darkroom;
import org.plainfact.image.NotAPicture;
import org.plainfact.image.Picture;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * The pictures among the files of a project, ready to be published. What one comes to is remembered by its digest; its
 * bytes are not, they lie in the output, and are made again where they do not.
 */
final class Photographs {
    private static final Drawer DRAWER = new Drawer("pictures", true, true);
    private static final Set<String> SUFFIXES = Set.of("jpg", "jpeg", "png", "webp", "gif");
    private static final long MOST_BYTES = 100L << 20;

    private final Map<Path, Photograph> all = new ConcurrentHashMap<>();

    private Photographs() {}

    /**
     * What is published of a picture.
     *
     * @param width of the picture, in pixels; 0 where it is not known
     * @param own what takes the place of the file; empty where that is published as it is
     */
    record Sizes(int width, int height, Optional<Stamp> own, List<Copy> copies) {
        static final Sizes UNKNOWN = new Sizes(0, 0, Optional.empty(), List.of());
    }

    record Copy(int width, int height, Stamp stamp) {}

    /** All that decides what a picture comes to. */
    private record Key(String sha256, boolean copies, int edition) {}

    /** @param copies whether smaller copies are wanted, by the file */
    static Photographs of(List<Path> files, SourceTree tree, Session session, Set<Path> copies, Findings findings) {
        Photographs photographs = new Photographs();
        List<Path> pictures = files.stream()
                .filter(file -> SUFFIXES.contains(Assets.suffix(tree.name(file))))
                .toList();
        Crew.work(
                pictures,
                file -> photographs.all.put(
                        file, new Photograph(file, tree, session, copies.contains(file), findings)));
        return photographs;
    }

    /** Empty where a file is none that can be published in another way than it is. */
    Optional<Photograph> find(Path file) {
        return Optional.ofNullable(all.get(file));
    }

    /** One picture. */
    static final class Photograph {
        private final Path file;
        private final boolean copies;
        private final Sizes sizes;
        private SoftReference<Picture> developed = new SoftReference<>(null);

        private Photograph(Path file, SourceTree tree, Session session, boolean copies, Findings findings) {
            this.file = file;
            this.copies = copies;
            this.sizes = session.recall(
                    DRAWER,
                    tree.name(file),
                    new Key(tree.sha256(file), copies, Darkroom.EDITION),
                    findings,
                    (reads, found) -> sizes(tree.name(file), tree.sha256(file), found));
        }

        Sizes sizes() {
            return sizes;
        }

        private Sizes sizes(String name, String sha256, Findings findings) {
            SourceSpan place = SourceSpan.of(name);
            try {
                if (Files.size(file) > MOST_BYTES) {
                    findings.error(
                            "picture-too-large",
                            place,
                            "the picture takes more than " + (MOST_BYTES >> 20) + " MB",
                            "make it smaller: 3200 pixels are enough for the widest screen");
                    return Sizes.UNKNOWN;
                }
                Picture picture = picture();
                picture.doubt()
                        .ifPresent(doubt -> findings.warning("picture-not-copied", place, doubt, Optional.empty()));
                Stamp own = Stamp.of(picture.bytes());
                return new Sizes(
                        picture.width(),
                        picture.height(),
                        Optional.of(own).filter(stamp -> !stamp.sha256().equals(sha256)),
                        picture.copies().stream()
                                .map(copy -> new Copy(copy.width(), copy.height(), Stamp.of(copy.bytes())))
                                .toList());
            } catch (NotAPicture e) {
                findings.error(e.rule(), place, e.problem(), e.hint());
                return Sizes.UNKNOWN;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The picture without what was written into it. */
        byte[] own(Stamp stamp) throws IOException {
            return unchanged(stamp, again().bytes());
        }

        byte[] copy(Copy copy) throws IOException {
            byte[] bytes = again().copies().stream()
                    .filter(each -> each.width() == copy.width())
                    .map(Picture.Copy::bytes)
                    .findFirst()
                    .orElse(new byte[0]);
            return unchanged(copy.stamp(), bytes);
        }

        private byte[] unchanged(Stamp stamp, byte[] bytes) throws IOException {
            if (!Stamp.of(bytes).equals(stamp)) {
                throw new IOException("changed since it was read: " + file);
            }
            return bytes;
        }

        private Picture again() throws IOException {
            try {
                return picture();
            } catch (NotAPicture e) {
                throw new IOException("changed since it was read: " + file, e);
            }
        }

        private synchronized Picture picture() throws IOException, NotAPicture {
            Picture known = developed.get();
            if (known == null) {
                known = Darkroom.develop(Files.readAllBytes(file), copies);
                developed = new SoftReference<>(known);
            }
            return known;
        }
    }
}
