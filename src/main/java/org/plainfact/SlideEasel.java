package org.plainfact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.plainfact.bake.Delivery;
import org.plainfact.memo.Asking;
import org.plainfact.picture.Drawing;
import org.plainfact.picture.Flaw;
import org.plainfact.picture.Sheet;
import org.plainfact.picture.Studio;
import org.plainfact.social.Easel;
import org.plainfact.social.Medium;
import org.plainfact.social.Platform;
import org.plainfact.social.Post;
import org.plainfact.social.Slide;
import org.plainfact.source.Findings;

/**
 * Draws slides by the template {@code carousel/slide.ftlh}. Platforms that get the same slide get the same picture, which
 * is drawn once. Safe for several threads.
 *
 * @param scheme {@code light} or {@code dark}
 */
record SlideEasel(
        Delivery delivery,
        Supplier<Studio> studio,
        String scheme,
        Map<String, Drawing> drawn,
        Map<String, byte[]> encoded)
        implements Easel {
    private static final String TEMPLATE = "carousel/slide.ftlh";

    /** Edges of type are clean from 0.9 on. */
    private static final double JPEG_QUALITY = 0.92;

    SlideEasel(Delivery delivery, Supplier<Studio> studio, String scheme) {
        this(delivery, studio, scheme, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public List<Medium> media(Post post) {
        List<Medium> media = new ArrayList<>();
        for (Slide slide : post.slides()) {
            media.add(new Medium(
                    post.platform().picture(slide),
                    List.of(given(post, slide)),
                    (asking, findings) -> picture(post, slide, asking, findings)));
        }
        if (post.platform().document()) {
            List<Object> basis = new ArrayList<>(List.of(post.title(), post.language()));
            post.slides().forEach(slide -> basis.add(given(post, slide)));
            media.add(new Medium(Platform.DOCUMENT, basis, (asking, findings) -> document(post, asking, findings)));
        }
        return List.copyOf(media);
    }

    private Map<String, Object> given(Post post, Slide slide) {
        Map<String, Object> given = new HashMap<>();
        given.put("slide", slide);
        given.put("count", post.slides().size());
        given.put("platform", post.platform());
        given.put("scheme", scheme);
        return Map.copyOf(given);
    }

    private Optional<byte[]> picture(Post post, Slide slide, Asking asking, Findings findings) {
        boolean jpeg = post.platform().jpeg();
        return html(post, slide, asking, findings).map(html -> {
            Drawing drawing = drawing(html, post.platform());
            drawing.flaws().forEach(flaw -> tell(flaw, post, slide, findings));
            return encoded.computeIfAbsent(
                    (jpeg ? "jpeg " : "png ") + html, key -> jpeg ? drawing.jpeg(JPEG_QUALITY) : drawing.png());
        });
    }

    /** What is wrong with its pages is told along with the pictures of the same slides. */
    private Optional<byte[]> document(Post post, Asking asking, Findings findings) {
        List<Drawing> pages = new ArrayList<>();
        for (Slide slide : post.slides()) {
            html(post, slide, asking, findings).ifPresent(html -> pages.add(drawing(html, post.platform())));
        }
        return pages.size() < post.slides().size()
                ? Optional.empty()
                : Optional.of(studio.get().pdf(post.title(), post.language(), pages));
    }

    private Optional<String> html(Post post, Slide slide, Asking asking, Findings findings) {
        Map<String, Object> given = new HashMap<>(given(post, slide));
        if (post.platform().brand()) {
            given.put("brand", delivery.title(asking));
        }
        String place = "/carousel/" + post.folder() + post.platform().picture(slide);
        return delivery.print(place, TEMPLATE, given, asking, findings)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Drawing drawing(String html, Platform platform) {
        Platform.Safe safe = platform.safe();
        Sheet.Edges edges = new Sheet.Edges(safe.top(), safe.right(), safe.bottom(), safe.left());
        return drawn.computeIfAbsent(
                html,
                each -> studio.get()
                        .draw(new Sheet(html, platform.width(), platform.height(), Sheet.Rules.phone(edges))));
    }

    private static void tell(Flaw flaw, Post post, Slide slide, Findings findings) {
        String text = flaw.text().isEmpty() ? "" : " (“" + flaw.text() + "”)";
        findings.error(
                flaw.kind().id(),
                slide.span(),
                "slide " + slide.number() + " for " + post.platform().name() + ": " + flaw.problem() + text,
                flaw.hint());
    }
}
