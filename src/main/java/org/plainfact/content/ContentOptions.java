package org.plainfact.content;

/**
 * How content is read.
 *
 * @param folder the folder of the project that holds the articles
 * @param maxArticleBytes the largest article read, in bytes; a larger one is a finding
 * @param rawHtml what becomes of HTML that authors write themselves
 */
public record ContentOptions(String folder, long maxArticleBytes, RawHtml rawHtml) {
    private static final long QUARTER_MEGABYTE = 256 * 1024;

    /** What becomes of HTML that authors write themselves. */
    public enum RawHtml {
        /** Scripts, styles, frames, forms and handlers are removed and told. */
        SANITISE,
        /** It is printed as written: for sites whose authors are all trusted. */
        TRUST
    }

    public ContentOptions {
        if (folder.isBlank() || folder.startsWith("/") || folder.endsWith("/")) {
            throw new IllegalArgumentException("a folder of the project, without slashes around it: " + folder);
        }
        if (maxArticleBytes < 1) {
            throw new IllegalArgumentException("the largest article has " + maxArticleBytes + " bytes");
        }
    }

    /** The folder {@code content}, articles of up to 256 KB, HTML sanitised. */
    public static ContentOptions standard() {
        return new ContentOptions("content", QUARTER_MEGABYTE, RawHtml.SANITISE);
    }

    public ContentOptions withFolder(String other) {
        return new ContentOptions(other, maxArticleBytes, rawHtml);
    }

    public ContentOptions withMaxArticleBytes(long other) {
        return new ContentOptions(folder, other, rawHtml);
    }

    public ContentOptions withRawHtml(RawHtml other) {
        return new ContentOptions(folder, maxArticleBytes, other);
    }
}
