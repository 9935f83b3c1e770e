package org.plainfact.jbake;

import java.io.File;
import java.util.Locale;
import org.jbake.app.JBakeException;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfigurationFactory;
import org.jbake.launcher.Baker;

/**
 * JBake, with its own store and libraries, baking folders one after the other. It is run from its source, in a process on
 * whose class path there is nothing of this project.
 */
public final class RealBake {
    private RealBake() {}

    /**
     * Bakes as JBake's plugins for Maven and Gradle do: into the folder that the site's configuration names.
     *
     * @param sites folders of sites
     */
    public static void main(String[] sites) {
        Locale locale = Locale.getDefault();
        for (String site : sites) {
            DefaultJBakeConfiguration configuration =
                    new JBakeConfigurationFactory().createDefaultJbakeConfiguration(new File(site), null, false);
            try {
                new Baker().bake(configuration);
                System.out.println("baked " + site);
            } catch (JBakeException e) {
                System.out.println("failed " + site + ": " + e.getMessage());
            }
            // A site may have set it.
            Locale.setDefault(locale);
        }
        System.exit(0);
    }
}
