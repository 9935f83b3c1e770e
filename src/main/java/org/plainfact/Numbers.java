package org.plainfact;

import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.figure.FigureReader;
import org.plainfact.figure.Figures;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** The dataset of a project and the figures that come out of it. */
record Numbers(Dataset dataset, Figures figures) {

    static Numbers read(SourceTree tree, Findings findings) {
        Dataset dataset = DatasetReader.read(tree, findings);
        return new Numbers(dataset, FigureReader.read(dataset, findings));
    }
}
