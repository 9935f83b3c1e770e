package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * This repository's own site in a real browser. Needs Chromium and its driver, which {@code .ci/run} installs; where they
 * are missing the tests are reported as skipped, except where {@code CI} is set: there they fail.
 */
@Tag("slow")
class BrowserTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/articles/measured-not-claimed/",
            "/articles/tokens-per-megawatt/",
            "/articles/ai-factory-tokens-explained/",
            "/articles/can-ai-factories-leave-earth/",
            "/faq/",
            "/glossary/",
            "/facilities/",
            "/facilities/skt-ai-cloud/",
            "/figures/",
            "/figures/b200-llama2-70b/",
            "/sources/",
            "/search/");

    @TempDir
    private static Path site;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer server;

    private static String address = "";

    @BeforeAll
    static void build() throws Exception {
        boolean there = find("chromedriver").isPresent()
                && find("chromium", "google-chrome").isPresent();
        if (System.getenv("CI") == null) {
            assumeTrue(there, "Chromium and chromedriver are not installed");
        }
        assertThat(there).as("Chromium and chromedriver are installed").isTrue();
        // At the root of a host, whatever site.host says.
        Built.run(Path.of(""), "build", "--out", site.toString(), "--base-url", "http://localhost:8080")
                .succeeded();
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site.toAbsolutePath(), OutputLevel.NONE);
        server.start();
        address = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 1280})
    void no_page_is_wider_than_its_window_and_none_complains(int width) {
        browse(width, driver -> {
            for (String page : PAGES) {
                driver.get(address + page);
                long content = number(driver, "return document.documentElement.scrollWidth");
                long window = number(driver, "return document.documentElement.clientWidth");
                assertThat(content).as("%s at %d px", page, width).isLessThanOrEqualTo(window);
                assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                        .as(page)
                        .isEmpty();
            }
        });
    }

    @Test
    void text_is_readable_in_light_and_in_dark() {
        for (String scheme : List.of("light", "dark")) {
            browse(1280, driver -> {
                driver.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
                driver.get(address + "/articles/measured-not-claimed/");
                assertThat(contrast(driver, "main p")).as(scheme).isGreaterThan(7);
                assertThat(contrast(driver, "main p a.figure")).as(scheme).isGreaterThan(4.5);
            });
        }
    }

    @Test
    void the_search_finds_a_page_by_its_title() {
        browse(1280, driver -> {
            driver.get(address + "/search/");
            WebElement field = driver.findElement(By.cssSelector("main input[type=search]"));
            field.sendKeys("megawatt", Keys.ENTER);
            new WebDriverWait(driver, Duration.ofSeconds(5))
                    .until(now -> !now.findElements(By.cssSelector("main a[href*='/articles/tokens-per-megawatt/']"))
                            .isEmpty());
            assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        });
    }

    @Test
    void a_table_is_reached_and_scrolled_by_keyboard() {
        browse(390, driver -> {
            driver.get(address + "/articles/measured-not-claimed/");
            WebElement region = driver.findElement(By.cssSelector("[role=region][tabindex='0']"));
            driver.executeScript("arguments[0].focus()", region);
            region.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            assertThat(driver.switchTo().activeElement()).isEqualTo(region);
            assertThat(region.getAttribute("aria-labelledby")).isNotBlank();
        });
    }

    @Test
    void every_page_reads_without_script() {
        browse(390, driver -> {
            driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            for (String page : PAGES) {
                driver.get(address + page);
                assertThat(driver.findElement(By.cssSelector("main h1")).getText())
                        .as(page)
                        .isNotBlank();
                assertThat(driver.findElements(By.cssSelector("main a, header a")))
                        .as(page)
                        .isNotEmpty();
            }
        });
    }

    private interface Visit {
        void in(ChromeDriver driver);
    }

    private static void browse(int width, Visit visit) {
        ChromeOptions options = new ChromeOptions();
        find("chromium", "google-chrome").ifPresent(file -> options.setBinary(file.toString()));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        try {
            driver.manage().window().setSize(new Dimension(width, 900));
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
            visit.in(driver);
        } finally {
            driver.quit();
        }
    }

    private static long number(ChromeDriver driver, String script) {
        return Long.parseLong(String.valueOf(driver.executeScript(script)));
    }

    /** WCAG contrast ratio of an element's text against the nearest painted background. */
    private static double contrast(ChromeDriver driver, String selector) {
        Object ratio = driver.executeScript("""
                const element = document.querySelector(arguments[0]);
                const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                const rgba = color => {
                  canvas.clearRect(0, 0, 1, 1);
                  canvas.fillStyle = color;
                  canvas.fillRect(0, 0, 1, 1);
                  return canvas.getImageData(0, 0, 1, 1).data;
                };
                const luminance = color => {
                  const part = i => { const c = color[i] / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
                  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
                };
                let painted = element;
                while (painted && rgba(getComputedStyle(painted).backgroundColor)[3] < 255) painted = painted.parentElement;
                const background = painted ? rgba(getComputedStyle(painted).backgroundColor) : [255, 255, 255, 255];
                const [light, dark] = [luminance(rgba(getComputedStyle(element).color)), luminance(background)].sort((a, b) => b - a);
                return (light + 0.05) / (dark + 0.05);
                """, selector);
        return Double.parseDouble(String.valueOf(ratio));
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of("/usr/bin/", "/usr/local/bin/", "/snap/bin/").map(folder -> Path.of(folder + name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
