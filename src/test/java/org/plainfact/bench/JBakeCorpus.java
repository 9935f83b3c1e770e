package org.plainfact.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A site for JBake of any size, the same for the same size: posts of about 480 words with headings, a list, a quote and code,
 * each with two of 40 tags, and the templates of JBake's own example, with an index in pages of ten and a feed of twenty.
 */
final class JBakeCorpus {
    private static final Map<String, String> FILES = Map.of(
            "jbake.properties", """
            site.host=https://bench.example
            site.title=Bench
            index.paginate=true
            index.posts_per_page=10
            render.sitemap=true
            render.tagsindex=true
            freemarker.escape=false
            """,
            "templates/header.ftl", """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title><#if (content.title)??>${content.title?html}<#else>${config.site_title?html}</#if></title>
            <meta name="generator" content="JBake">
            <link href="<#if (content.rootpath)??>${content.rootpath}</#if>css/site.css" rel="stylesheet">
            </head>
            <body>
            <p><a href="${content.rootpath!}index.html">${config.site_title?html}</a>
            <a href="${content.rootpath!}${config.archive_file}">Archive</a> <a href="${content.rootpath!}${config.feed_file}">Feed</a></p>
            """,
            "templates/footer.ftl", "<p>&copy; ${config.site_title?html}</p>\n</body>\n</html>\n",
            "templates/post.ftl", """
            <#include "header.ftl">
            <h1>${content.title?html}</h1>
            <p><em>${content.date?string("dd MMMM yyyy")}</em></p>
            ${content.body}
            <p><#list content.tags as tag><a href="${content.rootpath}${config.tag_path}/${tag}.html">${tag}</a> </#list></p>
            <#if (content.previousContent)??><a href="${content.rootpath}${content.previousContent.uri}">${content.previousContent.title?html}</a></#if>
            <#if (content.nextContent)??><a href="${content.rootpath}${content.nextContent.uri}">${content.nextContent.title?html}</a></#if>
            <#include "footer.ftl">
            """,
            "templates/index.ftl", """
            <#include "header.ftl">
            <#list published_posts as post>
            <h2><a href="${content.rootpath!}${post.uri}">${post.title?html}</a></h2>
            <p>${post.date?string("dd MMMM yyyy")}</p>
            ${post.body}
            </#list>
            <p>Page ${currentPageNumber} of ${numberOfPages}</p>
            <#include "footer.ftl">
            """,
            "templates/archive.ftl", """
            <#include "header.ftl">
            <ul>
            <#list published_posts as post>
            <li>${post.date?string("yyyy MMMM dd")} <a href="${post.uri}">${post.title?html}</a></li>
            </#list>
            </ul>
            <#include "footer.ftl">
            """,
            "templates/tags.ftl", """
            <#include "header.ftl">
            <h1>${tag?html}</h1>
            <ul>
            <#list tag_posts as post>
            <li>${post.date?string("yyyy MMMM dd")} <a href="${content.rootpath}${post.uri}">${post.title?html}</a></li>
            </#list>
            </ul>
            <#include "footer.ftl">
            """,
            "templates/tags-index.ftl", """
            <#include "header.ftl">
            <ul>
            <#list tags as tag>
            <li><a href="${content.rootpath}${tag.uri}">${tag.name}</a> ${tag.tagged_posts?size}</li>
            </#list>
            </ul>
            <#include "footer.ftl">
            """,
            "templates/feed.ftl", """
            <?xml version="1.0"?>
            <rss version="2.0">
            <channel>
            <title>${config.site_title?xml}</title>
            <link>${config.site_host}</link>
            <#list published_posts as post>
            <#if (post_index < 20)>
            <item>
            <title>${post.title?xml}</title>
            <link>${config.site_host}/${post.uri}</link>
            <pubDate>${post.date?string("EEE, d MMM yyyy HH:mm:ss Z")}</pubDate>
            <description>${post.body?xml}</description>
            </item>
            </#if>
            </#list>
            </channel>
            </rss>
            """,
            "templates/sitemap.ftl", """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <#list published_content as content>
            <url><loc>${config.site_host}/${content.uri}</loc><lastmod>${content.date?string("yyyy-MM-dd")}</lastmod></url>
            </#list>
            </urlset>
            """);

    private static final List<String> WORDS = List.of(
            ("flour water salt yeast oven crust loaf bread rye wheat dough knead rest rise bake warm cold night morning "
                            + "kitchen table stone steam slow fast often never because before after under over with without")
                    .split(" "));

    private final Random random;

    private JBakeCorpus(long seed) {
        this.random = new Random(seed);
    }

    static void write(Path site, int posts) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = site.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(site.resolve("assets/css"));
        Files.writeString(site.resolve("assets/css/site.css"), "body { max-width: 40em }\n");
        for (int i = 0; i < posts; i++) {
            Path file = post(site, i);
            Files.createDirectories(file.getParent());
            Files.writeString(file, new JBakeCorpus(i).text(i), StandardCharsets.UTF_8);
        }
    }

    static Path post(Path site, int i) {
        return site.resolve(String.format(Locale.ROOT, "content/blog/%d/post-%06d.md", 2010 + i % 15, i));
    }

    private String text(int i) {
        // No two posts of one date: JBake lists those in an order that depends on the machine.
        String date = java.time.LocalDate.of(2000, 1, 1).plusDays(i).toString();
        StringBuilder out = new StringBuilder(4_000);
        out.append("title=")
                .append(sentence(5))
                .append(' ')
                .append(i)
                .append("\ndate=")
                .append(date);
        out.append("\ntype=post\ntags=tag-").append(i % 40).append(", tag-").append((i * 7 + 3) % 40);
        out.append("\nstatus=published\n~~~~~~\n\n");
        for (int section = 0; section < 3; section++) {
            out.append("## ")
                    .append(sentence(4))
                    .append("\n\n")
                    .append(paragraph(7))
                    .append("\n\n");
            switch (section) {
                case 0 ->
                    out.append("- ")
                            .append(sentence(6))
                            .append("\n- **")
                            .append(sentence(2))
                            .append("** and more\n\n");
                case 1 -> out.append("> ").append(paragraph(2)).append("\n\n");
                default -> out.append("```java\nint x = ").append(i).append(";\n```\n\n");
            }
            out.append(paragraph(5)).append("\n\n");
        }
        return out.toString();
    }

    private String paragraph(int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> sentence(9 + random.nextInt(8)) + ".")
                .collect(Collectors.joining(" "));
    }

    private String sentence(int words) {
        String text = IntStream.range(0, words)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
