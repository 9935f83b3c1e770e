package org.plainfact.data;

import java.util.Collection;
import java.util.Optional;

/** The units a project knows: SI, and those its {@code data/units.json} declares. */
public interface Units {
    /** A declared unit's name, or an expression of known units such as {@code kW}, {@code W/m²} or {@code MWh}. */
    Optional<Unit> find(String name);

    /** The pure number. */
    Unit one();

    /** For hints. */
    Collection<String> names();
}
