package org.plainfact.directive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;

/** What one page shows, each thing once, in the order of its first use. The collections are live views. */
public final class Uses {
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Article.Reference> terms = new LinkedHashMap<>();
    private final Map<String, Entry> sourcesById = new LinkedHashMap<>();
    private final List<Entry> sources = new ArrayList<>();

    Uses() {}

    /** Figures in prose, in tables and in shown workings, the inputs of those included. */
    public Collection<Figure> figures() {
        return Collections.unmodifiableCollection(figures.values());
    }

    public Collection<Table> tables() {
        return Collections.unmodifiableCollection(tables.values());
    }

    public Collection<Article.Reference> terms() {
        return Collections.unmodifiableCollection(terms.values());
    }

    /** Sources named in the text, and those that its figures and tables rest on. */
    public List<Entry> sources() {
        return Collections.unmodifiableList(sources);
    }

    void figure(Figure figure) {
        figures.putIfAbsent(figure.address(), figure);
    }

    void table(Table table) {
        tables.putIfAbsent(table.id(), table);
    }

    void term(Article.Reference term) {
        terms.putIfAbsent(term.path(), term);
    }

    void source(Entry source) {
        if (sourcesById.putIfAbsent(source.id(), source) == null) {
            sources.add(source);
        }
    }
}
