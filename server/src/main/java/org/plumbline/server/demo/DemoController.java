package org.plumbline.server.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.SignIn;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One click into the demo, one click out of it. */
@Controller
class DemoController {
    private final DemoDoor door;
    private final SignIn signIn;

    DemoController(DemoDoor door, SignIn signIn) {
        this.door = door;
        this.signIn = signIn;
    }

    @PostMapping("/demo/enter")
    String enter(
            @RequestParam(name = "as", defaultValue = "lifter") String as,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!door.isOpen()) {
            throw NothingHere.problem();
        }
        signIn.asSample(door.enter(role(as)), request, response);
        return as.equals("lifter") ? "redirect:/live" : "redirect:/";
    }

    private static Role role(String word) {
        try {
            Role role = Role.ofWord(word);
            if (role != Role.ADMINISTRATOR) {
                return role;
            }
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("demo.no.administrator"));
    }

    @PostMapping("/demo/leave")
    String leave(@SignedIn Person me, HttpServletRequest request) {
        if (!me.sample()) {
            throw NothingHere.problem();
        }
        // screens hear of it before their session ends
        door.leave();
        signIn.end(request);
        return "redirect:/";
    }
}
