package org.plainfact.picture;

import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.style.derived.FSLinearGradient;
import com.openhtmltopdf.extend.FSImage;
import com.openhtmltopdf.extend.OutputDeviceGraphicsDrawer;
import com.openhtmltopdf.extend.StructureType;
import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.newtable.TableSectionBox;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Takes down what the layout draws, as marks. */
final class Canvas extends AbstractOutputDevice {
    private final List<Mark> marks = new ArrayList<>();
    private final Deque<AffineTransform> transforms = new ArrayDeque<>();
    private final Deque<Optional<Shape>> clips = new ArrayDeque<>();
    private final Consumer<String> refused;
    private final double dots;
    private Stroke stroke = new BasicStroke(1);
    private Color color = Color.BLACK;
    private @Nullable Font font;
    private List<Mark.Limit> limits = List.of();
    private String place = "";

    /**
     * @param dots of the layout that make one pixel
     * @param refused takes what cannot be drawn, in words
     */
    Canvas(int dots, Consumer<String> refused) {
        this.dots = dots;
        this.refused = refused;
        transforms.push(AffineTransform.getScaleInstance(1.0 / dots, 1.0 / dots));
        clips.push(Optional.empty());
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    @Override
    public void drawText(RenderingContext context, InlineText text) {
        Box parent = text.getParent();
        limits = limits(context, parent.getParent());
        place = place(parent);
        super.drawText(context, text);
        limits = List.of();
        place = "";
    }

    /** A text in the present font and colour. */
    void write(String words, float x, float y, double letter, double space) {
        Font type = font;
        if (type == null || words.isBlank()) {
            return;
        }
        AffineTransform to = transforms.element();
        double scale = to.getScaleX();
        Line line =
                Line.of(words, new Font(type.faces(), (float) (type.size() * scale)), letter * scale, space * scale);
        Path2D start = new Path2D.Double();
        start.moveTo(x, y);
        start.transform(to);
        marks.add(new Mark.Text(
                words,
                line,
                start.getCurrentPoint().getX(),
                start.getCurrentPoint().getY(),
                type.size() * scale,
                color,
                clip(),
                place,
                limits));
    }

    /** From the innermost on, without parts of tables, which have the size of their cells. */
    private List<Mark.Limit> limits(RenderingContext context, @Nullable Box innermost) {
        List<Mark.Limit> found = new ArrayList<>();
        for (Box box = innermost; box != null; box = around(box)) {
            boolean bounds = box instanceof BlockBox
                    && box.getElement() != null
                    && !(box instanceof TableBox || box instanceof TableRowBox || box instanceof TableSectionBox);
            if (bounds) {
                Shape edge = box.getPaddingEdge(box.getAbsX(), box.getAbsY(), context);
                Rectangle2D there =
                        transforms.element().createTransformedShape(edge).getBounds2D();
                found.add(new Mark.Limit(
                        name(box.getElement()), there, !box.getStyle().isAutoHeight()));
            }
        }
        return List.copyOf(found);
    }

    /** A box that is placed by its distance from another may lie beside it on purpose. */
    private static @Nullable Box around(Box box) {
        boolean placed = box.getStyle().isAbsolute() || box.getStyle().isFixed();
        Box other = placed ? box.getContainingBlock() : box;
        return other == null ? null : other.getParent();
    }

    private static String place(Box innermost) {
        for (Box box = innermost; box != null; box = box.getParent()) {
            Element element = box.getElement();
            if (element != null && !element.getAttribute("class").isEmpty()) {
                return name(element);
            }
        }
        return "";
    }

    private static String name(@Nullable Element element) {
        if (element == null) {
            return "";
        }
        String classes = element.getAttribute("class").strip();
        return element.getNodeName() + (classes.isEmpty() ? "" : "." + classes.replaceAll("\\s+", "."));
    }

    @Override
    public void fill(Shape shape) {
        Shape there = transforms.element().createTransformedShape(shape);
        Shape crisp = rectangle(there).<Shape>map(Canvas::crisp).orElse(there);
        marks.add(new Mark.Area(crisp, color, clip()));
    }

    private static Optional<Rectangle2D> rectangle(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        boolean is = !bounds.isEmpty()
                && shape.contains(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        return is ? Optional.of(bounds) : Optional.empty();
    }

    /** On whole pixels, at least one of them: half-covered edges look out of focus. */
    private static Rectangle2D crisp(Rectangle2D box) {
        double left = Math.round(box.getMinX());
        double top = Math.round(box.getMinY());
        return new Rectangle2D.Double(
                left, top, Math.max(1, Math.round(box.getMaxX()) - left), Math.max(1, Math.round(box.getMaxY()) - top));
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void drawBorderLine(Shape bounds, int side, int width, boolean solid) {
        draw(bounds);
    }

    @Override
    protected void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void drawRect(int x, int y, int width, int height) {
        draw(new Rectangle(x, y, width, height));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        stroke = new BasicStroke((float) (1.5 * dots));
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void setFont(FSFont font) {
        this.font = (Font) font;
    }

    @Override
    public void setColor(FSColor color) {
        if (color instanceof FSRGBColor rgb) {
            this.color = new Color(rgb.getRed(), rgb.getGreen(), rgb.getBlue(), Math.round(rgb.getAlpha() * 255));
        } else {
            refused.accept("a colour that is not of red, green and blue");
        }
    }

    @Override
    public void setPaint(Paint paint) {
        if (paint instanceof Color plain) {
            color = plain;
        } else {
            refused.accept("a gradient");
        }
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke stroke) {
        this.stroke = stroke;
    }

    @Override
    public void translate(double x, double y) {
        transforms.element().translate(x, y);
    }

    @Override
    public void pushTransformLayer(AffineTransform transform) {
        AffineTransform sum = new AffineTransform(transforms.element());
        sum.concatenate(transform);
        if (sum.getShearX() != 0
                || sum.getShearY() != 0
                || sum.getScaleX() <= 0
                || sum.getScaleX() != sum.getScaleY()) {
            refused.accept("a transform that turns or distorts");
        }
        transforms.push(sum);
    }

    @Override
    public void popTransformLayer() {
        transforms.pop();
    }

    @Override
    public void pushClip(Shape shape) {
        Area inside = new Area(transforms.element().createTransformedShape(shape));
        clip().ifPresent(outer -> inside.intersect(new Area(outer)));
        clips.push(Optional.of(inside));
    }

    @Override
    public void popClip() {
        clips.pop();
    }

    private Optional<Shape> clip() {
        return clips.element();
    }

    @Override
    public void drawLinearGradient(FSLinearGradient gradient, Shape bounds) {
        refused.accept("a gradient");
    }

    @Override
    public void drawImage(FSImage image, int x, int y, boolean interpolate) {
        refused.accept("a picture");
    }

    @Override
    public void drawWithGraphics(float x, float y, float width, float height, OutputDeviceGraphicsDrawer drawer) {
        refused.accept("a drawing");
    }

    @Override
    public void paintReplacedElement(RenderingContext context, BlockBox box) {
        refused.accept("a picture");
    }

    @Override
    @Deprecated
    public void drawSelection(RenderingContext context, InlineText text) {}

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return null;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {}

    @Override
    public boolean isSupportsCMYKColors() {
        return false;
    }

    @Override
    public @Nullable Object startStructure(StructureType type, Box box) {
        return null;
    }

    @Override
    public void endStructure(Object token) {}
}
