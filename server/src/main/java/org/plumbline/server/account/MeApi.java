package org.plumbline.server.account;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who a program speaks for. */
@RestController
class MeApi {
    /**
     * @param loadUnit the unit their loads are shown and typed in
     * @param sample whether they belong to the demo
     */
    private record Me(UUID id, String name, String loadUnit, List<String> roles, boolean sample) {}

    @GetMapping("/api/me")
    Me me(@SignedIn Person me) {
        return new Me(
                me.id(),
                me.name(),
                me.loadUnit().symbol(),
                me.roles().stream().sorted().map(Role::word).toList(),
                me.sample());
    }
}
