package org.plainfact;

import java.nio.file.Path;
import java.util.Arrays;
import org.plainfact.content.HostileBuilds;

/** A process of its own for {@link HostileBuildTest}: SITE SIZE PLACE COMMAND…. */
final class Hostiles {
    private Hostiles() {}

    public static void main(String[] arguments) throws Exception {
        Path site = Path.of(arguments[0]);
        int size = Integer.parseInt(arguments[1]);
        HostileBuilds.Place place = HostileBuilds.Place.valueOf(arguments[2]);
        String[] command = Arrays.copyOfRange(arguments, 3, arguments.length);
        HostileBuilds.run(site, place, size, folder -> {
            Built.Answer answer = Built.run(folder, command);
            String told = answer.err()
                    .lines()
                    .filter(line -> line.contains(": error: ") || line.startsWith("plainfact:"))
                    .findFirst()
                    .orElse("");
            return answer.code() + "\t" + told;
        });
    }
}
