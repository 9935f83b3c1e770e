package org.plainfact;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.plainfact.Main.Surroundings;
import org.plainfact.bake.Configuration;
import org.plainfact.preview.PreviewServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plainfact serve}: the site in the browser while somebody writes. */
@Command(
        name = "serve",
        description = "Show the site in the browser and keep it up to date while you write. Ctrl-C ends it.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The project's folder (default: this one).")
    private Path project = Path.of("");

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen (default: 8080; 0: the next free).")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Listen on this interface; others in the network can then read the preview "
                    + "(default: 127.0.0.1, this machine alone).")
    private String host = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A further name that browsers may call the preview by, such as a tunnel's.")
    private List<String> allowedHosts = List.of();

    @Mixin
    private Scope scope = new Scope();

    @Option(names = "--open", description = "Open the browser.")
    private boolean open;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > LAST_PORT) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--port: " + port + " is no port; write 0 to " + LAST_PORT);
        }
        Path root = surroundings.folder(project, spec.commandLine());
        PreviewServer.Options options = new PreviewServer.Options(host, port, Set.copyOf(allowedHosts));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Preview preview = Preview.start(
                root, Keeping.of(root, surroundings.caches()), this::configuration, options, new Terminal(out, err))) {
            surroundings.atEnd(preview::close);
            announce(preview.address(), out);
            preview.await(Preview.DAY_CHECK);
        } catch (InterruptedException e) {
            // As good as Ctrl-C.
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** As of now: a preview may be open for days. */
    private Configuration.Options configuration() {
        return surroundings.configuration(null, scope, spec.commandLine());
    }

    private void announce(URI address, PrintWriter out) {
        out.println("Preview at " + address + " (Ctrl-C ends it)");
        if (!LOOPBACK.contains(host)) {
            out.println("Everybody who reaches " + host + " can read it, drafts and all");
        }
        out.flush();
        if (open && !surroundings.browse(address)) {
            out.println("No browser could be opened here; open the address above");
        }
    }
}
