package org.plumbline.server.live;

import java.util.List;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.NothingHere;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The board of everybody lifting now, for coaches and therapists. */
@Controller
class BoardController {
    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/board")
    String page(@SignedIn Person me, Model model) {
        watcher(me);
        model.addAttribute("nav", "board");
        model.addAttribute("lines", board.of(me));
        return "board";
    }

    /** The tiles alone, for the page that is open. */
    @GetMapping("/board/tiles")
    String tiles(@SignedIn Person me, Model model) {
        page(me, model);
        return "board :: tiles";
    }

    @GetMapping("/api/board")
    @ResponseBody
    ResponseEntity<List<BoardLine>> lines(@SignedIn Person me) {
        watcher(me);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(board.of(me));
    }

    private static void watcher(Person me) {
        if (!me.is(Role.COACH) && !me.is(Role.THERAPIST)) {
            throw NothingHere.problem();
        }
    }
}
