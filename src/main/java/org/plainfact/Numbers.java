package org.plainfact;

import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.figure.FigureReader;
import org.plainfact.figure.Figures;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** The dataset of a project and the figures that come out of it. */
record Numbers(Dataset dataset, Figures figures) {
    private static final Drawer DRAWER = new Drawer("numbers", true, false);
    static final String FOLDER = "data";

    /** As {@link #read(SourceTree, Session, Findings)}, the first time. */
    static Numbers read(SourceTree tree, Findings findings) {
        return read(tree, new Memory().begin(), findings);
    }

    /** Read and computed again only where a file of the data has changed. */
    static Numbers read(SourceTree tree, Session session, Findings findings) {
        return session.recall(DRAWER, FOLDER, FOLDER, tree, tree.files(FOLDER), findings, (files, found) -> {
            Dataset dataset = DatasetReader.read(files, found);
            return new Numbers(dataset, FigureReader.read(dataset, found));
        });
    }
}
