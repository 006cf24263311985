package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrator's page: who has an account and which roles, invitations, links for a forgotten password, what the server is
 * for. Nothing of anybody's record is here. Coaches and therapists invite lifters here and see no more than that.
 */
@Controller
class AdministrationController {
    private static final int PAGE = 100;

    private final PersonRepository people;
    private final Invitations invitations;
    private final ServerPurpose purpose;

    AdministrationController(PersonRepository people, Invitations invitations, ServerPurpose purpose) {
        this.people = people;
        this.invitations = invitations;
        this.purpose = purpose;
    }

    @GetMapping("/administration")
    String page(@RequestParam(defaultValue = "0") int from, @SignedIn Person me, Model model) {
        administrator(me);
        int first = Math.max(0, from);
        List<Account> found = people.accounts(PAGE + 1, first);
        model.addAttribute("nav", "administration");
        model.addAttribute("accounts", found.stream().limit(PAGE).toList());
        model.addAttribute("older", found.size() > PAGE ? first + PAGE : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - PAGE) : null);
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "purpose", purpose.chosen().map(ServerPurpose.Purpose::word).orElse(""));
        return "administration";
    }

    @GetMapping("/invite")
    String invite(@SignedIn Person me, Model model) {
        inviter(me);
        model.addAttribute("nav", "invite");
        model.addAttribute("roles", invitable(me));
        return "invite";
    }

    @PostMapping("/invite")
    String makeInvitation(
            @RequestParam(required = false) String @Nullable [] role,
            @SignedIn Person me,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        inviter(me);
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (role != null) {
            Arrays.stream(role).map(Role::ofWord).forEach(roles::add);
        }
        roles.retainAll(invitable(me));
        if (roles.isEmpty()) {
            redirect.addFlashAttribute("noticeKey", "invite.refused");
        } else {
            redirect.addFlashAttribute("link", address(request) + "/join/" + invitations.invite(me, roles));
        }
        return "redirect:/invite";
    }

    @PostMapping("/administration/people/{id}/reset")
    String reset(@PathVariable UUID id, @SignedIn Person me, HttpServletRequest request, RedirectAttributes redirect) {
        administrator(me);
        redirect.addFlashAttribute("resetOf", account(id).name());
        redirect.addFlashAttribute("link", address(request) + "/join/" + invitations.reset(me, id));
        return "redirect:/administration";
    }

    @PostMapping("/administration/people/{id}/roles")
    String roles(
            @PathVariable UUID id,
            @RequestParam(required = false) String @Nullable [] role,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        administrator(me);
        Person person = account(id);
        Set<Role> roles =
                role == null ? Set.of() : Arrays.stream(role).map(Role::ofWord).collect(Collectors.toSet());
        if (roles.isEmpty()) {
            redirect.addFlashAttribute("noticeKey", "administration.refused.roles");
        } else if (losesLast(person, roles.contains(Role.ADMINISTRATOR))) {
            redirect.addFlashAttribute("noticeKey", "administration.refused.last");
        } else {
            people.setRoles(id, roles);
        }
        return "redirect:/administration";
    }

    @PostMapping("/administration/people/{id}/close")
    String close(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        administrator(me);
        if (losesLast(account(id), false)) {
            redirect.addFlashAttribute("noticeKey", "administration.refused.last");
        } else {
            people.setDisabled(id, true);
        }
        return "redirect:/administration";
    }

    @PostMapping("/administration/people/{id}/open")
    String open(@PathVariable UUID id, @SignedIn Person me) {
        administrator(me);
        account(id);
        people.setDisabled(id, false);
        return "redirect:/administration";
    }

    @PostMapping("/administration/purpose")
    String choosePurpose(@RequestParam String house, @SignedIn Person me) {
        administrator(me);
        purpose.choose(ServerPurpose.Purpose.ofWord(house));
        return "redirect:/administration";
    }

    /** Whether the server would be left without an administrator. */
    private boolean losesLast(Person person, boolean staysAdministrator) {
        return person.is(Role.ADMINISTRATOR) && !staysAdministrator && people.activeAdministrators() <= 1;
    }

    private Person account(UUID id) {
        return people.find(id).filter(person -> !person.sample()).orElseThrow(AdministrationController::nothing);
    }

    private static void administrator(Person me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw nothing();
        }
    }

    private static void inviter(Person me) {
        if (invitable(me).isEmpty()) {
            throw nothing();
        }
    }

    /** Roles a person may invite others to. */
    private static Set<Role> invitable(Person me) {
        if (me.sample()) {
            return Set.of();
        }
        if (me.is(Role.ADMINISTRATOR)) {
            return EnumSet.allOf(Role.class);
        }
        return me.is(Role.COACH) || me.is(Role.THERAPIST) ? EnumSet.of(Role.LIFTER) : Set.of();
    }

    /** Where this server was reached, for a link to pass on. */
    private static String address(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing here.");
    }
}
