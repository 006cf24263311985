package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.server.web.Words;

/** Numbers of repetitions as people say them. */
public final class RepetitionNumbers {
    /** More than this nobody reads; the sentence stays one. */
    private static final int MOST_PARTS = 60;

    private RepetitionNumbers() {}

    /** {@code 5}, {@code 5 and 7}, {@code 5–7}, {@code 2, 5–7 and 9}; of very many {@code 1, 3, 5 and 312 more}. */
    public static String say(List<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            if (parts.size() == MOST_PARTS) {
                return Words.say("numbers.more", String.join(", ", parts), numbers.size() - i);
            }
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            if (end - i >= 2) {
                parts.add(numbers.get(i) + "–" + numbers.get(end));
                i = end + 1;
            } else {
                parts.add(String.valueOf(numbers.get(i)));
                i++;
            }
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return Words.say(
                "numbers.and", String.join(", ", parts.subList(0, parts.size() - 1)), parts.get(parts.size() - 1));
    }
}
