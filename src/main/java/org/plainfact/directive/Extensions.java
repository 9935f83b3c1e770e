package org.plainfact.directive;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Directive.Need;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Every role and directive. To add one: its class, its line here, its page in {@code src/test/resources/spec}. */
final class Extensions {
    static final SortedMap<String, Role> ROLES = byId(
            Role::id,
            List.of(
                    new ClaimRole(),
                    new FigureRole(),
                    new MathRole(),
                    new PageRole(),
                    new SourceRole(),
                    new TermRole()));

    static final SortedMap<String, Directive> DIRECTIVES = byId(
            Directive::id,
            List.of(
                    new CalculatorDirective(),
                    new CalloutDirective(),
                    new ChartDirective(),
                    new CurveDirective(),
                    new FaqDirective(),
                    new FigureDirective(),
                    new MapDirective(),
                    new MathDirective(),
                    new SourcesDirective(),
                    new TableDirective(),
                    new TakeawaysDirective(),
                    new WorkingDirective()));

    private Extensions() {}

    static List<Inline> expand(Part.Role call, Scope scope) {
        Role role = ROLES.get(call.name());
        if (role == null) {
            String hint = "roles are " + String.join(", ", ROLES.keySet());
            scope.findings()
                    .error(
                            "unknown-role",
                            call.span(),
                            "there is no role \"" + call.name() + "\"",
                            Nearest.hint(call.name(), ROLES.keySet()).orElse(hint));
            return List.of();
        }
        return role.expand(call, scope).stream().toList();
    }

    static List<Block> expand(Part.Directive call, Scope scope) {
        Directive directive = DIRECTIVES.get(call.name());
        if (directive == null) {
            String hint = "directives are " + String.join(", ", DIRECTIVES.keySet());
            scope.findings()
                    .error(
                            "unknown-directive",
                            call.span(),
                            "there is no directive \"" + call.name() + "\"",
                            Nearest.hint(call.name(), DIRECTIVES.keySet()).orElse(hint));
            return List.of();
        }
        checkOptions(call, directive, scope);
        boolean argument =
                fits(call, directive.form().argument(), !call.argument().isBlank(), "argument", scope);
        boolean body = fits(call, directive.form().body(), !call.body().isEmpty(), "text", scope);
        return argument && body ? directive.expand(call, scope) : List.of();
    }

    private static void checkOptions(Part.Directive call, Directive directive, Scope scope) {
        call.options().forEach((name, option) -> {
            if (!directive.form().options().contains(name)) {
                scope.findings()
                        .error(
                                "unknown-option",
                                option.span(),
                                "the directive \"" + call.name() + "\" has no option \"" + name + "\"",
                                Nearest.hint(name, directive.form().options()).orElseGet(() -> known(directive)));
            }
        });
    }

    private static String known(Directive directive) {
        return directive.form().options().isEmpty()
                ? "it has none"
                : "options are " + directive.form().options().stream().sorted().collect(Collectors.joining(", "));
    }

    private static boolean fits(Part.Directive call, Need need, boolean given, String what, Scope scope) {
        if (need == Need.REQUIRED && !given) {
            return misfit("missing-" + what, call.span(), call.name() + "\" needs its " + what, scope);
        }
        if (need == Need.NONE && given) {
            return misfit("unexpected-" + what, call.span(), call.name() + "\" takes no " + what, scope);
        }
        return true;
    }

    private static boolean misfit(String rule, SourceSpan span, String problem, Scope scope) {
        scope.findings().error(rule, span, "the directive \"" + problem);
        return false;
    }

    private static <T> SortedMap<String, T> byId(Function<T, String> id, List<T> all) {
        return Collections.unmodifiableSortedMap(
                new TreeMap<>(all.stream().collect(Collectors.toMap(id, each -> each))));
    }
}
