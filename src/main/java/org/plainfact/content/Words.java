package org.plainfact.content;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Node;
import java.util.function.Function;

/** What inline nodes say without markup: for headings, and for those who do not see a picture. */
final class Words {
    private final Function<Text, CharSequence> text;

    /** @param text gives the words of a text node, without names of roles and attribute lists */
    Words(Function<Text, CharSequence> text) {
        this.text = text;
    }

    String of(Node parent) {
        StringBuilder words = new StringBuilder();
        append(parent, words);
        return words.toString().strip();
    }

    private void append(Node parent, StringBuilder words) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text node -> words.append(RunningText.unescaped(text.apply(node)));
                case Code code ->
                    words.append(RoleCall.of(code)
                            .map(RoleCall::words)
                            .orElseGet(() -> code.getText().toString()));
                case HtmlEntity entity -> words.append(entity.getChars().unescape());
                case SoftLineBreak end -> words.append(' ');
                case HardLineBreak end -> words.append(' ');
                case HtmlInlineBase html -> {}
                case Footnote note -> {}
                default -> append(child, words);
            }
        }
    }
}
