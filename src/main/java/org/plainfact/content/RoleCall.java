package org.plainfact.content;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Optional;

/**
 * A name in braces with inline code behind it: {@code {name}`target`} or {@code {name}`label <target>`}. A back-slash
 * before the brace, or code between double marks, makes it plain text.
 *
 * @param start offset of the brace in the Markdown
 */
record RoleCall(String name, String target, Optional<String> label, int start) {

    /** The call whose target a piece of code is, if its marks stand right behind a name in braces. */
    static Optional<RoleCall> of(Code code) {
        if (!(code.getPrevious() instanceof Text text)
                || code.getOpeningMarker().length() != 1
                || text.getEndOffset() != code.getStartOffset()) {
            return Optional.empty();
        }
        CharSequence words = text.getChars();
        int brace = brace(words);
        if (brace < 0) {
            return Optional.empty();
        }
        String name = words.subSequence(brace + 1, words.length() - 1).toString();
        return Optional.of(of(name, code.getText().toString(), text.getEndOffset() - (words.length() - brace)));
    }

    /** Whether inline code follows a text that makes it a call. */
    static Optional<RoleCall> after(Text text) {
        Node next = text.getNext();
        return next instanceof Code code ? of(code) : Optional.empty();
    }

    /** What stands on a page where nothing can be looked up. */
    String words() {
        return label.orElse(target);
    }

    private static RoleCall of(String name, String written, int start) {
        String content = written.strip().replace('\n', ' ').replace("\r", "");
        int open = content.endsWith(">") ? content.lastIndexOf('<') : -1;
        if (open < 0) {
            return new RoleCall(name, content, Optional.empty(), start);
        }
        String label = content.substring(0, open).strip();
        String target = content.substring(open + 1, content.length() - 1).strip();
        return new RoleCall(name, target, label.isEmpty() ? Optional.empty() : Optional.of(label), start);
    }

    private static int brace(CharSequence words) {
        int last = words.length() - 1;
        if (last < 2 || words.charAt(last) != '}') {
            return -1;
        }
        int at = last - 1;
        while (at >= 0 && nameCharacter(words.charAt(at))) {
            at--;
        }
        boolean named = at >= 0 && at < last - 1 && words.charAt(at) == '{' && Character.isLetter(words.charAt(at + 1));
        return named && !escaped(words, at) ? at : -1;
    }

    static boolean nameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean escaped(CharSequence words, int at) {
        int slashes = 0;
        while (at - slashes > 0 && words.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
