package org.plainfact.picture;

import com.openhtmltopdf.bidi.SimpleBidiReorderer;
import com.openhtmltopdf.bidi.SimpleBidiSplitterFactory;
import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.layout.BoxBuilder;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.NullUserInterface;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.render.ViewportBox;
import com.openhtmltopdf.render.simplepainter.SimplePainter;
import com.openhtmltopdf.simple.extend.NoReplacedElementFactory;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.ThreadCtx;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.w3c.dom.Document;

/** What a sheet looks like: openhtmltopdf's style sheets and layout, drawn on a {@link Canvas}. */
final class Layout {
    /** Of the layout, whose lengths are whole numbers, to a pixel. */
    private static final int DOTS = 16;

    private static final int DOTS_PER_INCH = 96 * DOTS;

    /** Elements that show what is not text. */
    private static final String FOREIGN =
            "audio, canvas, embed, iframe, img, input, math, object, picture, script, select,"
                    + " svg, textarea, video, link[rel~=(?i)stylesheet]";

    private static final Pattern LOADING = Pattern.compile("@import|@font-face|url\\s*\\(", Pattern.CASE_INSENSITIVE);

    static {
        // It would write to the console; what it says comes as diagnostics.
        XRLog.setLoggerImpl(new Silence());
    }

    private final Faces faces;

    Layout(Faces faces) {
        this.faces = faces;
    }

    /**
     * @param marks in the order they are drawn; what does not fit lies outside the sheet
     * @param refused what was asked for and is not drawn, in words
     */
    record Result(List<Mark> marks, SequencedSet<String> refused) {}

    Result of(Sheet sheet) {
        SequencedSet<String> refused = new LinkedHashSet<>();
        Canvas canvas = new Canvas(DOTS, refused::add);
        SharedContext shared = new SharedContext();
        shared.registerWithThread();
        try (Closeable told = ThreadCtx.applyDiagnosticConsumer(said -> tell(said, refused))) {
            prepare(shared, sheet, new Refusal(refused::add));
            paint(shared, canvas, document(sheet, refused));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            refused.add("a layout that cannot be computed (" + e + ")");
        } finally {
            shared.removeFromThread();
            ThreadCtx.cleanup();
        }
        return new Result(canvas.marks(), refused);
    }

    private static void tell(Diagnostic said, SequencedSet<String> refused) {
        boolean ofStyle = said.getLogMessageId().getWhere().equals(XRLog.CSS_PARSE);
        if (ofStyle && said.getLevel().intValue() >= Level.WARNING.intValue()) {
            refused.add("a style: " + said.getFormattedMessage());
        }
    }

    private void prepare(SharedContext shared, Sheet sheet, Refusal refusal) {
        shared.setUserAgentCallback(refusal);
        shared.setCss(new StyleReference(refusal));
        Typesetter typesetter = new Typesetter(faces);
        shared.setFontResolver(typesetter);
        shared.setTextRenderer(typesetter);
        shared.setReplacedElementFactory(new NoReplacedElementFactory());
        shared.setDPI(DOTS_PER_INCH);
        shared.setDotsPerPixel(DOTS);
        shared.setPrint(true);
        shared.setInteractive(false);
        shared.setDefaultPageSize(sheet.width() / 96f, sheet.height() / 96f, true);
        shared.setBaseURL("");
        shared.setNamespaceHandler(new XhtmlNamespaceHandler());
        shared.setLineBreaker(new LineBreaks());
    }

    private static Document document(Sheet sheet, SequencedSet<String> refused) {
        org.jsoup.nodes.Document html = Jsoup.parse(sheet.html());
        html.select(FOREIGN).forEach(element -> {
            refused.add("<" + element.normalName() + ">");
            element.remove();
        });
        Stream.concat(
                        html.select("style").stream().map(Element::data),
                        html.select("[style]").stream().map(element -> element.attr("style")))
                .flatMap(style -> LOADING.matcher(style).results())
                .forEach(found -> refused.add(found.group() + " in a style"));
        Element style = html.head().prependElement("style");
        style.appendChild(new DataNode("@page { margin: 0 } body { margin: 0 }"));
        for (String span : List.of("colspan", "rowspan", "span")) {
            html.select("[" + span + "]").forEach(cell -> limit(cell, span));
        }
        Widows.join(html);
        return new W3CDom().namespaceAware(false).fromJsoup(html);
    }

    /** The layout makes room for each cell that is spanned: a number alone could take all memory. */
    private static void limit(Element cell, String span) {
        if (!cell.attr(span).matches("[0-9]{1,2}")) {
            cell.removeAttr(span);
        }
    }

    private static void paint(SharedContext shared, Canvas canvas, Document document) {
        shared.getCss().setDocumentContext(shared, shared.getNamespaceHandler(), document, new NullUserInterface());
        FontContext fonts = new FontContext() {};
        BlockBox root = laidOut(shared, fonts, document);
        RenderingContext context = shared.newRenderingContextInstance();
        context.setFontContext(fonts);
        context.setOutputDevice(canvas);
        context.setRootLayer(root.getLayer());
        context.setFastRenderer(true);
        // One endless page: what does not fit is drawn below the sheet, and found there.
        root.getLayer().assignPagePaintingPositions(context, Layer.PAGED_MODE_SCREEN);
        List<PageBox> pages = root.getLayer().getPages();
        context.setPageCount(pages.size());
        context.setPage(0, pages.getFirst());
        pages.getFirst().setPaintingBottom(root.getHeight());
        new SimplePainter(0, 0).paintLayer(context, root.getLayer());
    }

    private static BlockBox laidOut(SharedContext shared, FontContext fonts, Document document) {
        LayoutContext context = shared.newLayoutContextInstance();
        context.setFontContext(fonts);
        context.setBidiSplitterFactory(new SimpleBidiSplitterFactory());
        context.setBidiReorderer(new SimpleBidiReorderer());
        BlockBox root = BoxBuilder.createRootBox(context, document);
        PageBox first = Layer.createPageBox(context, "first");
        root.setContainingBlock(
                new ViewportBox(new Rectangle(0, 0, first.getContentWidth(context), first.getContentHeight(context))));
        root.layout(context);
        Dimension size = root.getLayer().getPaintingDimension(context);
        root.getLayer().trimEmptyPages(context, size.height);
        root.getLayer().layoutPages(context);
        return root;
    }

    private static final class Silence implements XRLogger {
        @Override
        public void log(String where, Level level, String words) {}

        @Override
        public void log(String where, Level level, String words, Throwable fault) {}

        @Override
        public void setLevel(String logger, Level level) {}

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }
    }
}
