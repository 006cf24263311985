package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Frameless;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the frame around every page who looks at it and what this server is for. */
@ControllerAdvice(annotations = Controller.class)
class PersonFrame {
    private final SignedInPeople people;
    private final ServerPurpose purpose;

    PersonFrame(SignedInPeople people, ServerPurpose purpose) {
        this.people = people;
        this.purpose = purpose;
    }

    /** The person and what of the navigation is theirs. */
    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        if (Frameless.isAsked(request)) {
            return;
        }
        Person me = person(request);
        boolean clinic = purpose.clinic();
        model.addAttribute("me", me);
        model.addAttribute("loadUnit", (me == null ? LoadUnit.KG : me.loadUnit()).symbol());
        model.addAttribute("clinic", clinic);
        model.addAttribute("isLifter", me != null && me.is(Role.LIFTER));
        model.addAttribute("isCoach", me != null && me.is(Role.COACH));
        model.addAttribute("isTherapist", me != null && me.is(Role.THERAPIST) && clinic);
        model.addAttribute("isAdministrator", me != null && me.is(Role.ADMINISTRATOR));
    }

    private @Nullable Person person(HttpServletRequest request) {
        Object known = request.getAttribute(SignedInResolver.ATTRIBUTE);
        return known instanceof Person person
                ? person
                : people.find(request.getUserPrincipal()).orElse(null);
    }
}
