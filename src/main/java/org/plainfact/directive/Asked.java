package org.plainfact.directive;

import java.util.List;
import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Claim;
import org.plainfact.figure.Curve;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Lookup;
import org.plainfact.memo.World;

/** What a text looks up in the {@link Library} and among {@link Links}: all that its blocks depend on beside the text. */
public final class Asked {
    private Asked() {}

    public record FigureAt(String address) implements Lookup<Optional<Figure>> {
        @Override
        public Optional<Figure> in(World world) {
            return library(world).figures().find(address);
        }
    }

    record ClaimNamed(String id) implements Lookup<Optional<Claim>> {
        @Override
        public Optional<Claim> in(World world) {
            return library(world).figures().claim(id);
        }
    }

    record CalculatorNamed(String id) implements Lookup<Optional<Calculator>> {
        @Override
        public Optional<Calculator> in(World world) {
            return library(world).figures().calculator(id);
        }
    }

    record ComparingWords() implements Lookup<List<String>> {
        @Override
        public List<String> in(World world) {
            return library(world).comparingWords();
        }
    }

    public record TableNamed(String id) implements Lookup<Optional<Table>> {
        @Override
        public Optional<Table> in(World world) {
            return library(world).figures().table(id);
        }
    }

    record CurveNamed(String id) implements Lookup<Optional<Curve>> {
        @Override
        public Optional<Curve> in(World world) {
            return library(world).figures().curve(id);
        }
    }

    /** Whether the data declares a curve of this name, be it that none could be computed. */
    record CurveDeclared(String id) implements Lookup<Boolean> {
        @Override
        public Boolean in(World world) {
            return library(world).declaresCurve(id);
        }
    }

    record SourceNamed(String id) implements Lookup<Optional<Entry>> {
        @Override
        public Optional<Entry> in(World world) {
            return library(world).source(id);
        }
    }

    public record TermNamed(String name) implements Lookup<Optional<Article.Reference>> {
        /** By id, or by the words that make the id: {@code Wall power} for {@code wall-power}. */
        @Override
        public Optional<Article.Reference> in(World world) {
            Library library = library(world);
            return library.term(name).or(() -> library.term(Names.kebab(name))).map(Article::reference);
        }

        @Override
        public Object ground(World world) {
            return library(world).names();
        }
    }

    /** All terms of the glossary. */
    public record Terms() implements Lookup<List<Article.Reference>> {
        @Override
        public List<Article.Reference> in(World world) {
            Library library = library(world);
            return library.terms().stream()
                    .flatMap(id -> library.term(id).stream())
                    .map(Article::reference)
                    .toList();
        }

        @Override
        public Object ground(World world) {
            return library(world).names();
        }
    }

    record PageNamed(String id) implements Lookup<Optional<Article.Reference>> {
        @Override
        public Optional<Article.Reference> in(World world) {
            return library(world).page(id).map(Article::reference);
        }

        @Override
        public Object ground(World world) {
            return library(world).names();
        }
    }

    record QuestionNamed(String id) implements Lookup<Optional<Article>> {
        @Override
        public Optional<Article> in(World world) {
            return library(world).question(id);
        }
    }

    record QuestionsOn(String topic) implements Lookup<List<Article>> {
        @Override
        public List<Article> in(World world) {
            return library(world).questionsOn(topic);
        }
    }

    /** @param from path of the file that the address stands in */
    record LinkIn(String from, String written) implements Lookup<String> {
        @Override
        public String in(World world) {
            return world.part(Links.class).href(from, written);
        }
    }

    /** @param from path of the file that the address stands in */
    record PictureIn(String from, String written) implements Lookup<String> {
        @Override
        public String in(World world) {
            return world.part(Links.class).src(from, written);
        }
    }

    /** @param from path of the file that the address stands in */
    record PictureShown(String from, String written) implements Lookup<Optional<Links.Picture>> {
        @Override
        public Optional<Links.Picture> in(World world) {
            return world.part(Links.class).shown(from, written);
        }
    }

    /** Whether all data could be read, so that what is not found does not exist. */
    record DataComplete() implements Lookup<Boolean> {
        @Override
        public Boolean in(World world) {
            return library(world).complete();
        }
    }

    private static Library library(World world) {
        return world.part(Library.class);
    }
}
