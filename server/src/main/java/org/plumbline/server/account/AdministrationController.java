package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrator's page: who has an account and which roles, invitations, links for a forgotten password, what the server is
 * for. Nothing of anybody's record is here. Coaches and therapists invite lifters here and see no more than that.
 */
@Controller
class AdministrationController {
    private static final int PAGE = 100;
    private static final String BACK = "redirect:/administration";

    private final Administration administration;
    private final PublicAddress address;

    AdministrationController(Administration administration, PublicAddress address) {
        this.address = address;
        this.administration = administration;
    }

    @GetMapping("/administration")
    String page(@RequestParam(defaultValue = "0") int from, @SignedIn Person me, Model model) {
        int first = Math.max(0, from);
        List<Account> found = administration.accounts(me, PAGE + 1, first);
        model.addAttribute("nav", "administration");
        model.addAttribute("accounts", found.stream().limit(PAGE).toList());
        model.addAttribute("older", found.size() > PAGE ? first + PAGE : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - PAGE) : null);
        model.addAttribute("roles", Role.values());
        model.addAttribute("clinic", administration.hasTherapistsPages());
        model.addAttribute("purpose", administration.purpose(me));
        model.addAttribute("putBack", administration.putBack(me).orElse(null));
        return "administration";
    }

    @GetMapping("/invite")
    String invite(@SignedIn Person me, Model model) {
        model.addAttribute("nav", "invite");
        model.addAttribute("roles", administration.invitable(me));
        model.addAttribute("open", administration.invitations(me));
        model.addAttribute("therapistsOff", me.is(Role.ADMINISTRATOR) && !administration.hasTherapistsPages());
        return "invite";
    }

    @PostMapping("/invite")
    String makeInvitation(
            @RequestParam(required = false) String @Nullable [] role,
            @SignedIn Person me,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        administration.invitable(me);
        return afterwards(
                "redirect:/invite",
                redirect,
                () -> pass(redirect, address.link(administration.invite(me, roles(role)), request)));
    }

    /** Takes an invitation back: its link makes no account any more. */
    @PostMapping("/invite/withdraw")
    String withdraw(
            @RequestParam(defaultValue = "") String invitation, @SignedIn Person me, RedirectAttributes redirect) {
        boolean withdrawn = administration.withdrawInvitation(me, invitation);
        redirect.addFlashAttribute("noticeKey", withdrawn ? "invite.withdrawn" : "invite.withdrawn.not");
        return "redirect:/invite";
    }

    @PostMapping("/administration/people/{id}/reset")
    String reset(@PathVariable UUID id, @SignedIn Person me, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute("resetOf", administration.account(me, id).name());
        pass(redirect, address.link(administration.reset(me, id), request));
        return BACK;
    }

    @PostMapping("/administration/people/{id}/roles")
    String roles(
            @PathVariable UUID id,
            @RequestParam(required = false) String @Nullable [] role,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        return afterwards(BACK, redirect, () -> administration.setRoles(me, id, roles(role)));
    }

    @PostMapping("/administration/people/{id}/close")
    String close(@PathVariable UUID id, @SignedIn Person me, RedirectAttributes redirect) {
        return afterwards(BACK, redirect, () -> administration.close(me, id));
    }

    @PostMapping("/administration/people/{id}/open")
    String open(@PathVariable UUID id, @SignedIn Person me) {
        administration.open(me, id);
        return BACK;
    }

    /** The accounts were looked through since a backup was put back. */
    @PostMapping("/administration/looked-through")
    String lookedThrough(@SignedIn Person me) {
        administration.lookedThrough(me);
        return BACK;
    }

    @PostMapping("/administration/purpose")
    String choosePurpose(@RequestParam(defaultValue = "") String house, @SignedIn Person me) {
        administration.choosePurpose(me, house);
        return BACK;
    }

    private static Set<Role> roles(String @Nullable [] words) {
        return words == null ? Set.of() : Arrays.stream(words).map(Role::ofWord).collect(Collectors.toSet());
    }

    private static String afterwards(String where, RedirectAttributes redirect, Runnable change) {
        try {
            change.run();
        } catch (AccountRefusedException refused) {
            redirect.addFlashAttribute("noticeKey", refused.messageKey());
        }
        return where;
    }

    /** Shows a link to pass on, and whether it opens on this machine alone. */
    private static void pass(RedirectAttributes redirect, String link) {
        redirect.addFlashAttribute("link", link);
        redirect.addFlashAttribute("localLink", PublicAddress.isLocal(link));
    }
}
