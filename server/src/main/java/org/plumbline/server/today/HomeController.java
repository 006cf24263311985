package org.plumbline.server.today;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.account.SignedInPeople;
import org.plumbline.server.demo.DemoDoor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address: a welcome to strangers, and to everybody else the page their day begins with. */
@Controller
class HomeController {
    private final SignedInPeople people;
    private final ServerPurpose purpose;
    private final DemoDoor demo;

    HomeController(SignedInPeople people, ServerPurpose purpose, DemoDoor demo) {
        this.people = people;
        this.purpose = purpose;
        this.demo = demo;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        Optional<Person> me = people.find(request.getUserPrincipal());
        if (me.isPresent()) {
            return "redirect:" + firstPage(me.get());
        }
        model.addAttribute("demoOffered", demo.isOpen());
        model.addAttribute("fresh", purpose.chosen().isEmpty());
        return "welcome";
    }

    private String firstPage(Person me) {
        if (me.is(Role.THERAPIST) && purpose.clinic()) {
            return "/patients";
        }
        if (me.is(Role.COACH)) {
            return "/board";
        }
        return me.is(Role.LIFTER) ? "/today" : "/administration";
    }
}
