package org.plumbline.server.account;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.stereotype.Component;

/**
 * Whether the server is well is told to everybody, why it is not to administrators only. Asked with every request, so that a role
 * that was taken away opens nothing.
 */
@Component
class HealthDetails implements HealthEndpointGroupsPostProcessor {
    private final ObjectProvider<SignedInPeople> people;

    HealthDetails(ObjectProvider<SignedInPeople> people) {
        this.people = people;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        Map<String, HealthEndpointGroup> others = new LinkedHashMap<>();
        groups.getNames()
                .forEach(name ->
                        others.put(name, new ForAdministrators(Objects.requireNonNull(groups.get(name), name))));
        return HealthEndpointGroups.of(new ForAdministrators(groups.getPrimary()), others);
    }

    private boolean isAdministrator(@Nullable Principal asking) {
        return people.getObject()
                .find(asking)
                .filter(person -> person.is(Role.ADMINISTRATOR))
                .isPresent();
    }

    private final class ForAdministrators implements HealthEndpointGroup {
        private final HealthEndpointGroup group;

        ForAdministrators(HealthEndpointGroup group) {
            this.group = group;
        }

        @Override
        public boolean isMember(String name) {
            return group.isMember(name);
        }

        @Override
        public boolean showComponents(SecurityContext asking) {
            return isAdministrator(asking.getPrincipal());
        }

        @Override
        public boolean showDetails(SecurityContext asking) {
            return isAdministrator(asking.getPrincipal());
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return group.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return group.getHttpCodeStatusMapper();
        }

        @Override
        public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
            return group.getAdditionalPath();
        }
    }
}
