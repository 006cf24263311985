package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.server.web.Lazily;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
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
        Supplier<Optional<Person>> me = SingletonSupplier.of(() -> person(request));
        model.addAttribute("me", Lazily.of(() -> me.get().orElse(null)));
        model.addAttribute(
                "loadUnit",
                Lazily.of(
                        () -> me.get().map(Person::loadUnit).orElse(LoadUnit.KG).symbol()));
        model.addAttribute("clinic", Lazily.of(purpose::clinic));
        model.addAttribute("isLifter", is(Role.LIFTER, me));
        model.addAttribute("isCoach", is(Role.COACH, me));
        model.addAttribute(
                "isTherapist",
                Lazily.of(() -> me.get().filter(one -> one.is(Role.THERAPIST)).isPresent() && purpose.clinic()));
        model.addAttribute("isAdministrator", is(Role.ADMINISTRATOR, me));
    }

    private static Object is(Role role, Supplier<Optional<Person>> me) {
        return Lazily.of(() -> me.get().filter(one -> one.is(role)).isPresent());
    }

    private Optional<Person> person(HttpServletRequest request) {
        Object known = request.getAttribute(SignedInResolver.ATTRIBUTE);
        return known instanceof Person person ? Optional.of(person) : people.find(request.getUserPrincipal());
    }
}
