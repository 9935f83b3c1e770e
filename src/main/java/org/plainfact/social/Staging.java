package org.plainfact.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Plain;
import org.plainfact.social.Slide.Kind;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** The slides that an author wrote, as one platform gets them. */
record Staging(Script script, Article article, Platform platform, List<Platform> known, Findings findings) {
    private static final Set<String> OPTIONS = Set.of("alt", "badges", "except");

    List<Slide> slides() {
        List<Slide> slides = new ArrayList<>();
        for (Script.Part part : script.slides()) {
            checkSettings(part);
            if (!except(part).contains(platform.id())) {
                slides.add(slide(part, slides.size() + 1));
            }
        }
        return slides;
    }

    private Slide slide(Script.Part part, int number) {
        List<Inline> heading = part.heading().orElse(List.of());
        List<String> badges = part.option("badges")
                .map(option -> words(option.text()).toList())
                .orElseGet(() -> Story.badges(heading, part.body()));
        String alt = part.alt().map(Plain::text).orElseGet(() -> Description.of(heading, part.body(), List.of()));
        return new Slide(kind(part, number), number, heading, part.body(), badges, alt, part.span());
    }

    private Kind kind(Script.Part part, int number) {
        return part.settings()
                .map(call -> call.argument().strip())
                .filter(word -> !word.isEmpty())
                .flatMap(Kind::of)
                .orElseGet(() -> kindOf(part.body(), number));
    }

    /** What a slide is by what stands on it, where the author does not say. */
    private static Kind kindOf(List<Block> body, int number) {
        for (Block block : body) {
            Optional<Kind> kind = switch (block) {
                case Block.TableBlock table -> Optional.of(Kind.TABLE);
                case Block.ChartBlock chart -> Optional.of(Kind.TABLE);
                case Block.BigFigure big -> Optional.of(Kind.TABLE);
                case Block.StepMap map -> Optional.of(Kind.MAP);
                case Block.Takeaways takeaways -> Optional.of(Kind.MAP);
                case Block.SourceList list -> Optional.of(Kind.SOURCES);
                default -> Optional.empty();
            };
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return number == 1 ? Kind.HOOK : Kind.POINT;
    }

    private static List<String> except(Script.Part part) {
        return part.option("except")
                .map(option -> words(option.text()).toList())
                .orElse(List.of());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    private void checkSettings(Script.Part part) {
        part.settings().ifPresent(this::check);
        List<String> ids = known.stream().map(Platform::id).toList();
        part.option("except")
                .ifPresent(option -> except(part).stream()
                        .filter(id -> !ids.contains(id))
                        .forEach(id -> tellUnknown(id, ids, option.span(), findings)));
    }

    private void check(Body.Part.Directive call) {
        String word = call.argument().strip();
        if (!word.isEmpty() && Kind.of(word).isEmpty()) {
            findings.error(
                    "unknown-slide",
                    call.span(),
                    "there is no kind of slide \"" + word + "\"",
                    Nearest.hint(word, Kind.words()).orElse("kinds are " + String.join(", ", Kind.words())));
        }
        call.options().forEach((name, option) -> {
            if (!OPTIONS.contains(name)) {
                findings.error(
                        "unknown-option",
                        option.span(),
                        "the settings of a slide have no option \"" + name + "\"",
                        Nearest.hint(name, OPTIONS)
                                .orElse("options are "
                                        + OPTIONS.stream().sorted().collect(Collectors.joining(", "))));
            }
        });
        if (!call.body().isEmpty()) {
            findings.error(
                    "unexpected-text",
                    call.span(),
                    "the settings of a slide take no text",
                    "write the slide's text below them");
        }
    }

    static void tellUnknown(String platform, List<String> known, SourceSpan span, Findings findings) {
        findings.error(
                "unknown-platform",
                span,
                "there is no platform \"" + platform + "\"",
                Nearest.hint(platform, known).orElse("platforms are " + String.join(", ", known)));
    }
}
