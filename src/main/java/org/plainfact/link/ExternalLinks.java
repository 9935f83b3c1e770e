package org.plainfact.link;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** Asks for every address beyond the site that its pages lead to, and tells which are gone, have moved or cannot be told. */
public final class ExternalLinks {
    /** Rules that are looked at only where somebody asks for it. */
    public static final Set<String> RULES = Set.of("dead-link", "moved-link", "undecided-link");

    private final Web web;

    public ExternalLinks(Web web) {
        this.web = web;
    }

    /**
     * What was done.
     *
     * @param asked addresses that other sites were asked for
     * @param kept whose answer was kept from an earlier check
     * @param skipped that are not to be asked for
     * @param notes what the user should know that is no fault of the site
     */
    public record Outcome(int asked, int kept, int skipped, List<String> notes) {
        @Override
        public String toString() {
            return "external links: " + asked + " asked, " + kept + " known, " + skipped + " left out";
        }
    }

    /** An address with the places to mend it at. */
    private record Target(URI address, List<SourceSpan> places) {}

    /** @throws UncheckedIOException where the thread is interrupted */
    public Outcome tell(PrintedSite site, Places places, Findings findings) {
        SortedMap<String, Target> targets = targets(site, places);
        Kept kept = web.kept().map(Kept::read).orElseGet(Kept::new);
        Map<String, Answer> answers = new ConcurrentHashMap<>();
        List<Target> unknown = new ArrayList<>();
        int skipped = 0;
        for (Target target : targets.values()) {
            Optional<Answer> known = kept.find(target.address(), web.time().now(), web.age());
            if (web.isSkipped(target.address())) {
                skipped++;
            } else if (known.isPresent()) {
                answers.put(target.address().toString(), known.get());
            } else {
                unknown.add(target);
            }
        }
        int known = answers.size();
        ask(unknown, answers, kept);
        targets.forEach((address, target) -> {
            Answer answer = answers.get(address);
            if (answer != null) {
                tell(target, answer, findings);
            }
        });
        List<String> notes = new ArrayList<>(save(kept));
        if (known == 0 && !answers.isEmpty() && answers.values().stream().allMatch(ExternalLinks::isUnreached)) {
            notes.add("no other site could be reached; is this machine on a network?");
        }
        return new Outcome(unknown.size(), known, skipped, List.copyOf(notes));
    }

    private static boolean isUnreached(Answer answer) {
        return answer instanceof Answer.Undecided undecided && !undecided.reached();
    }

    private SortedMap<String, Target> targets(PrintedSite site, Places places) {
        SortedMap<String, Target> targets = new TreeMap<>();
        site.pages()
                .forEach((file, page) -> page.references()
                        .forEach(reference -> site.resolve(file, page, reference.written())
                                .filter(address -> Address.isWeb(address)
                                        && site.inside(address).isEmpty())
                                .map(Address::plain)
                                .ifPresent(address -> targets.computeIfAbsent(
                                        address.toString(),
                                        key -> new Target(address, places.of(address, reference.written(), file))))));
        return targets;
    }

    /** Each host in turn, several hosts at once. */
    private void ask(List<Target> targets, Map<String, Answer> answers, Kept kept) {
        Map<String, List<Target>> byHost = new LinkedHashMap<>();
        targets.forEach(target -> byHost.computeIfAbsent(Address.origin(target.address()), key -> new ArrayList<>())
                .add(target));
        ConcurrentLinkedQueue<List<Target>> hosts = new ConcurrentLinkedQueue<>(byHost.values());
        int workers = Math.min(web.pace().hosts(), byHost.size());
        if (workers == 0) {
            return;
        }
        try (Asker asker = new Asker(web);
                ExecutorService crew =
                        Executors.newFixedThreadPool(workers, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                work.add(crew.submit(() -> {
                    for (List<Target> host = hosts.poll(); host != null; host = hosts.poll()) {
                        for (Target target : host) {
                            Answer answer = asker.ask(target.address());
                            answers.put(target.address().toString(), answer);
                            kept.put(target.address(), answer, web.time().now());
                        }
                    }
                    return true;
                }));
            }
            try {
                for (Future<Boolean> each : work) {
                    each.get();
                }
            } catch (InterruptedException e) {
                crew.shutdownNow();
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new InterruptedIOException("interrupted while asking other sites"));
            } catch (ExecutionException e) {
                crew.shutdownNow();
                throw new IllegalStateException("asking other sites", e.getCause());
            }
        }
    }

    private static void tell(Target target, Answer answer, Findings findings) {
        for (SourceSpan place : target.places()) {
            switch (answer) {
                case Answer.Alive alive -> {}
                case Answer.Dead dead ->
                    findings.error(
                            "dead-link",
                            place,
                            "nothing is at " + target.address() + " any more: the server answers " + dead.status(),
                            "link to where it stands now or to a copy in an archive, or say it without a link");
                case Answer.Moved moved ->
                    findings.warning(
                            "moved-link",
                            place,
                            target.address() + " has moved for good",
                            Optional.of("write " + moved.to()));
                case Answer.Undecided undecided ->
                    findings.warning(
                            "undecided-link",
                            place,
                            "nobody can tell whether something is at " + target.address() + ": " + undecided.why(),
                            Optional.of(
                                    "open it in a browser; check.external.skip leaves out what machines cannot see"));
            }
        }
    }

    private List<String> save(Kept kept) {
        try {
            if (web.kept().isPresent()) {
                kept.save(web.kept().get(), web.time().now());
            }
            return List.of();
        } catch (IOException e) {
            return List.of("answers of other sites could not be kept for the next time: " + e.getMessage());
        }
    }
}
