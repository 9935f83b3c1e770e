package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A corpus in a folder, of whichever generator, and the saves that are made in it. */
final class Project {
    private static final Pattern STYLESHEET = Pattern.compile("href=\"([^\"]+\\.css)\"");
    private static final Pattern TITLE = Pattern.compile("(?m)^title: .*$");

    private static final Pattern HEAD_END = Pattern.compile("(<meta name=\"bench\" content=\"[^\"]*\">\n)?</head>");

    private final Path folder;
    private final List<Path> articles;

    private Project(Path folder, List<Path> articles) {
        this.folder = folder;
        this.articles = articles;
    }

    static Project in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("content/articles"))) {
            List<Path> articles = new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().startsWith("article-"))
                            .sorted()
                            .toList());
            Collections.shuffle(articles, new Random(articles.size()));
            return new Project(folder, List.copyOf(articles));
        }
    }

    Path folder() {
        return folder;
    }

    List<Path> articles() {
        return articles;
    }

    /** Each number another one, while there are enough. */
    Path article(int number) {
        return articles.get(number % articles.size());
    }

    /** A sentence at the end of an article. */
    Save text(int number) throws IOException {
        Path file = article(number);
        String token = "text%06d".formatted(number);
        String content = Files.readString(file) + "\nThis was saved as " + token + ".\n";
        return Save.of(file, content, token, address(file));
    }

    Save title(int number) throws IOException {
        Path file = article(number);
        String token = "title%06d".formatted(number);
        String content = TITLE.matcher(Files.readString(file)).replaceFirst("title: \"Now called " + token + "\"");
        return Save.of(file, content, token, address(file));
    }

    /** A mark in the head of every page, in place of the last one. */
    String template(Path template, int number) throws IOException {
        String token = "template%06d".formatted(number);
        String before = Files.readString(template);
        String after =
                HEAD_END.matcher(before).replaceFirst("<meta name=\"bench\" content=\"" + token + "\">\n</head>");
        if (after.equals(before)) {
            throw new IllegalStateException(template + " has no head");
        }
        Files.writeString(template, after);
        return token;
    }

    /** Shown when a page links to a new style sheet and that one is served. */
    Save style(int number, Poller poller) throws IOException {
        Path file = folder.resolve("assets/css/site.css");
        String token = "style%06d".formatted(number);
        String before = stylesheet(poller.get("/"));
        return new Save(file, Files.readString(file) + "/* " + token + " */\n", token, "/", page -> {
            String now = stylesheet(page);
            return !now.equals(before) && poller.get(now).contains(token);
        });
    }

    static String address(Path article) {
        return "/articles/" + article.getFileName().toString().replace(".md", "") + "/";
    }

    private static String stylesheet(String page) {
        Matcher link = STYLESHEET.matcher(page);
        if (!link.find()) {
            throw new IllegalStateException("a page without a style sheet: " + page);
        }
        return link.group(1);
    }
}
