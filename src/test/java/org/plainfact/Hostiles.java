package org.plainfact;

import java.nio.file.Path;
import java.util.Arrays;
import org.plainfact.content.HostileBuilds;

/** A process of its own for {@link HostileBuildTest}: SITE SIZE COMMAND…. */
final class Hostiles {
    private Hostiles() {}

    public static void main(String[] arguments) throws Exception {
        Path site = Path.of(arguments[0]);
        String[] command = Arrays.copyOfRange(arguments, 2, arguments.length);
        HostileBuilds.run(site, site.resolve("content/articles/x.md"), Integer.parseInt(arguments[1]), folder -> {
            Built.Answer answer = Built.run(folder, command);
            String told = answer.err()
                    .lines()
                    .filter(line -> line.contains("error") || line.startsWith("plainfact:"))
                    .findFirst()
                    .orElse("");
            return answer.code() + "\t" + told;
        });
    }
}
