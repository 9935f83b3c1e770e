package org.plainfact;

import java.util.List;
import org.plainfact.source.Finding;

/** There is no project to work on, for reasons that an author can mend. */
final class ProjectUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    ProjectUnreadable(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
