package org.plainfact.data;

import java.util.Collection;
import java.util.Optional;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** The units a project knows: SI, and those its {@code data/units.json} declares. */
public interface Units {
    /** A declared unit's name, or an expression of known units such as {@code kW}, {@code W/m²} or {@code MWh}. */
    Optional<Unit> find(String name);

    /**
     * The same for a name in an author's file: one that is not known is told as a finding, with a hint, and gives a unit
     * that fits everywhere.
     *
     * @param place of the name
     */
    Unit read(String name, SourceSpan place, Findings findings);

    /** The pure number. */
    Unit one();

    /** The declared ones, by name and id, for hints. */
    Collection<String> names();
}
