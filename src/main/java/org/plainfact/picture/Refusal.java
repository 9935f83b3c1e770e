package org.plainfact.picture;

import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.resource.CSSResource;
import com.openhtmltopdf.resource.ImageResource;
import com.openhtmltopdf.resource.XMLResource;
import java.io.StringReader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers whatever a sheet wants to load with nothing, and tells it. */
@SuppressWarnings("NullAway") // The layout's "nothing" is null.
final class Refusal implements UserAgentCallback {
    private final Consumer<String> refused;

    Refusal(Consumer<String> refused) {
        this.refused = refused;
    }

    @Override
    public CSSResource getCSSResource(String uri, ExternalResourceType type) {
        refused.accept("the style sheet " + uri);
        return new CSSResource(new StringReader(""));
    }

    @Override
    public ImageResource getImageResource(String uri, ExternalResourceType type) {
        refused.accept("the picture " + uri);
        return new ImageResource(uri, null);
    }

    @Override
    public @Nullable XMLResource getXMLResource(String uri, ExternalResourceType type) {
        refused.accept("the file " + uri);
        return null;
    }

    @Override
    public byte @Nullable [] getBinaryResource(String uri, ExternalResourceType type) {
        refused.accept("the file " + uri);
        return null;
    }

    @Override
    public boolean isVisited(String uri) {
        return false;
    }

    @Override
    public void setBaseURL(String url) {}

    @Override
    public String getBaseURL() {
        return "";
    }

    @Override
    public String resolveURI(String uri) {
        return uri;
    }

    @Override
    public String resolveUri(String base, String uri) {
        return uri;
    }
}
