package org.plumbline.server.account;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a person lets read what, from their own account page: one form for everybody on it, so that no tick is left behind. */
@Controller
class SharingController {
    private final Sharing sharing;

    SharingController(Sharing sharing) {
        this.sharing = sharing;
    }

    /**
     * @param shown what the page showed as shared, each as {@code viewer:kind}
     * @param kind what is ticked now, likewise
     * @param looked whether they say that they have looked through what came back with a backup
     */
    @PostMapping("/account/shares")
    String share(
            @RequestParam(required = false) String @Nullable [] shown,
            @RequestParam(required = false) String @Nullable [] kind,
            @RequestParam(defaultValue = "false") boolean looked,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        if (looked) {
            sharing.confirm(me, ticks(shown), ticks(kind));
        } else {
            sharing.change(me, ticks(shown), ticks(kind));
        }
        redirect.addFlashAttribute("sharingSaved", true);
        return "redirect:/account#sharing";
    }

    private static Map<UUID, Set<RecordKind>> ticks(String @Nullable [] marks) {
        Map<UUID, Set<RecordKind>> ticks = new LinkedHashMap<>();
        if (marks == null) {
            return ticks;
        }
        for (String mark : marks) {
            String[] halves = mark.split(":", 2);
            try {
                ticks.computeIfAbsent(UUID.fromString(halves[0]), viewer -> EnumSet.noneOf(RecordKind.class))
                        .add(RecordKind.ofWord(halves[halves.length - 1]));
            } catch (IllegalArgumentException madeUp) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, madeUp.getMessage(), madeUp);
            }
        }
        return ticks;
    }
}
