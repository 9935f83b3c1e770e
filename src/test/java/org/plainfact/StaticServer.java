package org.plainfact;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A folder of plain files on a port of this machine, until the tests of a class are done. */
final class StaticServer implements AfterAllCallback {
    private Optional<HttpServer> server = Optional.empty();

    /** Builds this repository's own site for the root of a host, whatever site.host says, and serves it. */
    void serveOwnSite(Path folder) {
        Built.run(Path.of(""), "build", "--out", folder.toString(), "--base-url", "http://localhost:8080")
                .succeeded();
        serve(folder);
    }

    void serve(Path folder) {
        HttpServer started = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder.toAbsolutePath(), OutputLevel.NONE);
        started.start();
        server = Optional.of(started);
    }

    /** Without a slash at the end. */
    String address() {
        return "http://localhost:" + server.orElseThrow().getAddress().getPort();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.ifPresent(it -> it.stop(0));
    }
}
