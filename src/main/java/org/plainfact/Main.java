package org.plainfact;

import java.awt.AWTError;
import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.BuildLocked;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.OutputRefused;
import org.plainfact.link.Time;
import org.plainfact.preview.PortTaken;
import org.plainfact.publish.PublishRefused;
import org.plainfact.publish.WrongTarget;
import org.plainfact.source.Look;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line. The only class that prints and that reads the clock and the environment.
 *
 * <p>Exit codes: 0 done; 1 findings of error severity; 2 a wrong command line; 3 a fault of the machine (disk, lock,
 * permission) or of the place that is published to; 70 a bug of Plainfact.
 */
@Command(
        name = "plainfact",
        description = "Explainers whose numbers are computed: Markdown and a dataset become a static site.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BuildCommand.class,
            ServeCommand.class,
            PublishCommand.class,
            CheckCommand.class,
            CarouselCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            NewCommand.class,
            InitCommand.class,
            RehearseCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int MACHINE = 3;
    static final int BUG = 70;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {
        // picocli injects the field before it is read.
        spec = CommandLine.Model.CommandSpec.create();
    }

    public static void main(String[] arguments) {
        // Numbers and dates must not depend on where the build runs.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        boolean terminal = System.console() != null && System.console().isTerminal();
        System.exit(run(out, err, new Surroundings(Path.of(""), Clock.systemUTC(), terminal, caches()), arguments));
    }

    /** The user's folder for what can be made again, by the customs of the system; empty where there is none. */
    private static Optional<Path> caches() {
        Map<String, String> environment = System.getenv();
        Optional<Path> home = folder(System.getProperty("user.home"));
        if (System.getProperty("os.name").startsWith("Mac")) {
            return home.map(it -> it.resolve("Library/Caches"));
        }
        return folder(environment.get("XDG_CACHE_HOME"))
                .or(() -> folder(environment.get("LOCALAPPDATA")))
                .or(() -> home.map(it -> it.resolve(".cache")));
    }

    private static Optional<Path> folder(@Nullable String path) {
        return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
    }

    /** All commands, which run nothing yet. */
    static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new Main(), new Commands(surroundings));
        // A title may begin with @; nothing is read from a file of that name.
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** The whole command line; used by tests in place of {@link #main}. */
    static int run(PrintWriter out, PrintWriter err, Surroundings surroundings, String... arguments) {
        CommandLine line = line(surroundings);
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((exception, command, parsed) -> fault(exception, err));
        int code = code(line, err, arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** What is no exception passes picocli by, and would end the process as a mistake of an author does. */
    private static int code(CommandLine line, PrintWriter err, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return machine(err, Fault.words(e));
        } catch (Error e) {
            Optional<IOException> cause = Fault.machine(e);
            if (cause.isPresent()) {
                return machine(err, Fault.words(cause.get()));
            }
            Fault.tellBug(e, err);
            return BUG;
        }
    }

    /**
     * What a run depends on besides its arguments.
     *
     * @param caches where to keep what can be made again
     */
    record Surroundings(Path folder, Clock clock, boolean terminal, Optional<Path> caches) {
        /** Without a place for what builds keep. */
        Surroundings(Path folder, Clock clock, boolean terminal) {
            this(folder, clock, terminal, Optional.empty());
        }

        /** Of this machine, by its clock. */
        Time time() {
            return new Time() {
                @Override
                public Instant now() {
                    return clock.instant();
                }

                @Override
                public void sleep(Duration duration) throws InterruptedException {
                    Thread.sleep(duration);
                }
            };
        }

        Path resolve(Path path) {
            return folder.resolve(path).toAbsolutePath().normalize();
        }

        /** The project's folder. */
        Path folder(Path project, CommandLine line) {
            Path root = resolve(project);
            if (!Look.isFolder(root)) {
                throw new CommandLine.ParameterException(line, "there is no folder " + root);
            }
            return root;
        }

        /** @param baseUrl as somebody typed it, where they did */
        Configuration.Options configuration(@Nullable String baseUrl, Scope scope, CommandLine line) {
            try {
                return new Configuration.Options(Optional.ofNullable(baseUrl), scope.drafts(), scope.future(), today());
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(
                        line, "--base-url: " + e.getMessage() + "; write it like https://example.org/sub");
            }
        }

        /** Has something done when the process is told to end. */
        void atEnd(Runnable work) {
            Runtime.getRuntime().addShutdownHook(new Thread(work, "plainfact-end"));
        }

        /** Opens the browser; false where there is none, or no library of windows to ask for it. */
        boolean browse(URI address) {
            try {
                Desktop.getDesktop().browse(address);
                return true;
            } catch (UnsupportedOperationException | IOException | AWTError | LinkageError e) {
                return false;
            }
        }

        String today() {
            return LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString();
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command, such as: plainfact build");
    }

    private static int fault(Exception exception, PrintWriter err) {
        return switch (exception) {
            case ProjectUnreadable unreadable -> {
                Terminal.findings(unreadable.findings(), err);
                yield FINDINGS;
            }
            case PortTaken taken -> machine(err, String.valueOf(taken.getMessage()));
            case BuildLocked locked -> machine(err, String.valueOf(locked.getMessage()));
            case PublishRefused refused -> machine(err, String.valueOf(refused.getMessage()));
            case WrongTarget wrong -> usage(err, String.valueOf(wrong.getMessage()));
            case UnknownName unknown -> usage(err, String.valueOf(unknown.getMessage()));
            case OutputRefused refused -> usage(err, String.valueOf(refused.getMessage()));
            case UncheckedIOException unchecked -> machine(err, Fault.words(unchecked));
            case IOException io -> machine(err, Fault.words(io));
            default -> {
                Fault.tellBug(exception, err);
                yield BUG;
            }
        };
    }

    private static int usage(PrintWriter err, String words) {
        err.println("plainfact: " + words);
        return USAGE;
    }

    private static int machine(PrintWriter err, String words) {
        err.println("plainfact: " + words);
        return MACHINE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Build.generator()};
        }
    }

    /** Gives each command its surroundings. */
    private record Commands(Surroundings surroundings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == BuildCommand.class) {
                return type.cast(new BuildCommand(surroundings));
            }
            if (type == ServeCommand.class) {
                return type.cast(new ServeCommand(surroundings));
            }
            if (type == PublishCommand.class) {
                return type.cast(new PublishCommand(surroundings));
            }
            if (type == CheckCommand.class) {
                return type.cast(new CheckCommand(surroundings));
            }
            if (type == CarouselCommand.class) {
                return type.cast(new CarouselCommand(surroundings));
            }
            if (type == VerifyCommand.class) {
                return type.cast(new VerifyCommand(surroundings));
            }
            if (type == ExplainCommand.class) {
                return type.cast(new ExplainCommand(surroundings));
            }
            if (type == DiffCommand.class) {
                return type.cast(new DiffCommand(surroundings));
            }
            if (type == NewCommand.class) {
                return type.cast(new NewCommand(surroundings));
            }
            if (type == InitCommand.class) {
                return type.cast(new InitCommand(surroundings));
            }
            if (type == RehearseCommand.class) {
                return type.cast(new RehearseCommand(surroundings));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
