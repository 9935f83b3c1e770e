package org.plainfact.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** The typefaces there are. No other is used: what the machine has does not change a picture. */
final class Faces {
    /** The first family is the one for text that asks for none of them; each stands in for what those before it lack. */
    private final List<Face> all = List.of(
            new Face("Source Sans 3", 400, false, "SourceSans3-Regular.ttf"),
            new Face("Source Sans 3", 600, false, "SourceSans3-Semibold.ttf"),
            new Face("Source Serif 4", 400, false, "SourceSerif4-Regular.ttf"),
            new Face("Source Serif 4", 400, true, "SourceSerif4-It.ttf"),
            new Face("Source Serif 4", 600, false, "SourceSerif4-Semibold.ttf"),
            new Face("Source Serif 4 Display", 600, false, "SourceSerif4Display-Semibold.ttf"),
            new Face("Gothic A1", 400, false, "GothicA1-Regular.ttf"),
            new Face("Gothic A1", 600, false, "GothicA1-SemiBold.ttf"));

    /**
     * The faces for a text, the wanted one first.
     *
     * @param families as CSS names them
     */
    List<Face> chosen(List<String> families, int weight, boolean italic) {
        SequencedSet<String> wanted = new LinkedHashSet<>();
        families.forEach(name -> wanted.add(name.replace("\"", "").strip()));
        all.forEach(face -> wanted.add(face.family()));
        List<Face> faces = new ArrayList<>();
        for (String family : wanted) {
            all.stream()
                    .filter(face -> face.family().equalsIgnoreCase(family))
                    .min(Comparator.<Face>comparingInt(face -> face.italic() == italic ? 0 : 1)
                            .thenComparingInt(face -> Math.abs(face.weight() - weight)))
                    .ifPresent(faces::add);
        }
        return List.copyOf(faces);
    }

    /** Of all of them. */
    String digest() {
        return all.stream().map(Face::digest).collect(Collectors.joining(" "));
    }
}
