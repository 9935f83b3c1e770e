package org.plainfact.bake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.disk.Hold;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.site.Route;
import org.plainfact.source.Findings;

/**
 * Files that are made of a site and are no part of it, printed and put into a folder of their own as a site is: whole or
 * not at all, and only what has changed. A piece that would come out as before is not made.
 */
public final class Delivery implements AutoCloseable {
    private static final Drawer DRAWER = new Drawer("pieces", false, true);

    private final Bakery.Order order;
    private final Session session;
    private final Printer printer;

    /**
     * @param order the site's, with the folder of the pieces as its output
     * @param findings of templates that cannot be used
     */
    public Delivery(Bakery.Order order, Session session, Findings findings) {
        this(order, session, new Bakery(order, session, findings).printer(Printer.Limits.USUAL));
    }

    private Delivery(Bakery.Order order, Session session, Printer printer) {
        this.order = order;
        this.session = session;
        this.printer = printer;
    }

    /** Prints beside a site that {@link Bakery#prove} printed in the session, which may have ended. */
    public static Delivery beside(Bakery.Order order, Session session) {
        return new Delivery(
                order, session, new Printer(order.configuration(), session, order.generator(), Printer.Limits.USUAL));
    }

    /** The site's title. */
    public String title(Asking asking) {
        return String.valueOf(asking.ask(new Asked.SettingNamed("title")).orElse(""));
    }

    /**
     * A picture that networks show beside a link to a page of the site, drawn now.
     *
     * @param file its path in the output
     */
    public Optional<byte[]> card(String file) {
        return order.painter()
                .flatMap(painter -> session.world()
                        .part(Cards.class)
                        .at(file)
                        .map(drawn ->
                                Cards.paint(drawn, painter, printer, session).png()));
    }

    /** What can be looked up while pieces are made. */
    public Asking asking() {
        return session.world();
    }

    /** What was done with the folder. */
    public record Result(int written, int unchanged, int removed) {}

    /**
     * Prints a template, with all that keeps pages safe.
     *
     * @param place names what is printed in findings, such as {@code /carousel/}
     * @param template such as {@code carousel/sheet.ftlh}
     * @param given what the template sees beside what every template does
     * @return UTF-8; empty after a finding
     */
    public Optional<byte[]> print(
            String place, String template, Map<String, ?> given, Asking asking, Findings findings) {
        Optional<byte[]> printed = printer.print(Route.of(place), template, given, asking);
        if (printed.isEmpty()) {
            printer.tell(findings);
        }
        return printed;
    }

    /**
     * Makes the pieces and puts them in place of those of the last delivery. With a finding of error severity, also an
     * earlier one, the folder stays as it was.
     *
     * @return empty then
     * @throws BuildLocked when somebody else delivers to the same folder
     * @throws OutputRefused when the folder is no place for it
     * @throws java.io.UncheckedIOException for a fault of the machine; the folder is as it was
     */
    public Optional<Result> deliver(List<Piece> pieces, Findings findings) {
        OutputFolder output = OutputFolder.of(
                order.output(),
                order.tree().root(),
                Stream.concat(
                                Bakery.sources(order),
                                Stream.of(order.configuration().destination()))
                        .toList());
        try (Hold hold = output.hold();
                Stage stage = Stage.open(output, order.clean(), Swap.Way.AT_ONCE, Steps.NONE)) {
            Crew.work(pieces, piece -> put(piece, stage, findings));
            if (!findings.hasErrors()) {
                stage.tellObstacles(findings);
            }
            if (findings.hasErrors()) {
                return Optional.empty();
            }
            Stage.Changes changes = stage.commit();
            return Optional.of(new Result(changes.written(), changes.unchanged(), changes.removed()));
        }
    }

    private void put(Piece piece, Tray tray, Findings findings) {
        Pieces.make(DRAWER, piece, session, findings)
                .filter(made -> !tray.keeps(made.proof()))
                .ifPresent(made -> tray.put(made.proof(), made.bytes()));
    }

    @Override
    public void close() {
        printer.close();
    }
}
