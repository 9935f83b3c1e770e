package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium under Playwright, one for each test class; every visit has a profile of its own. On Debian a missing
 * Chromium is installed (as root); where that cannot be done the tests fail: none is skipped.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int HEIGHT = 900;

    private final List<BrowserContext> contexts = new ArrayList<>();

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** A page in a fresh profile, and what its console and its scripts have complained of so far. */
    public record Visit(BrowserContext context, Page page, List<String> complaints) {}

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        install();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--hide-scrollbars",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** @param width of the window in CSS pixels; below 600 it is a telephone's */
    public Visit visit(int width) {
        return visit(width, options -> options);
    }

    public Visit visit(int width, ColorScheme scheme) {
        return visit(width, options -> options.setColorScheme(scheme));
    }

    public Visit visit(int width, UnaryOperator<Browser.NewContextOptions> settings) {
        if (browser == null) {
            throw new IllegalStateException("Chromium has not been started");
        }
        BrowserContext context = browser.newContext(settings.apply(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setDeviceScaleFactor(1)
                .setIsMobile(width < 600)));
        context.setDefaultTimeout(10_000);
        contexts.add(context);
        return open(context);
    }

    /** Another tab of the same profile. */
    public static Visit open(BrowserContext context) {
        List<String> complaints = new ArrayList<>();
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        return new Visit(context, page, complaints);
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (Files.isExecutable(PROGRAM)) {
            return;
        }
        run("apt-get", "update", "-q");
        run("apt-get", "install", "-y", "-q", "chromium");
        assertThat(PROGRAM).isExecutable();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        assertThat(ended && process.exitValue() == 0)
                .as("Chromium is needed by the browser tests, and \"%s\" failed: install it", String.join(" ", command))
                .isTrue();
    }
}
