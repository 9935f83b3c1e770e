package org.plainfact.figure;

import java.util.List;
import java.util.Optional;

/** Every figure and table of a project, computed on first use, the same object each time. Safe for several threads. */
public interface Figures {
    /** By address. A record's alias (a {@code ref}) gives the figure it points to. */
    Optional<Figure> find(String address);

    /** The figures of a record or calculation, in file order; none where it has none. */
    List<Figure> of(String record);

    /** All addresses, sorted, for hints and for the ledger. */
    List<String> addresses();

    Optional<Table> table(String id);

    /** Ids of all tables, sorted. */
    List<String> tables();

    Optional<Curve> curve(String id);

    /** Ids of all curves, sorted. Each is a table too. */
    List<String> curves();

    List<Formula> formulas();

    /** By what they are computed, as it is declared. */
    Declarations declarations();

    Optional<Claim> claim(String id);

    /** Ids of all claims, sorted. */
    List<String> claims();

    /** Empty also for one that is declared and cannot be used, which has been told. */
    Optional<Calculator> calculator(String id);

    /** Ids of all calculators that are declared, sorted. */
    List<String> calculators();
}
