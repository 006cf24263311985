package org.plumbline.server.exchange;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.server.account.SentRequests;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.web.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The machine-readable description of the HTTP interface, {@code /api-docs}: it is made from the controllers, with a sentence
 * for each route from {@code messages/api.properties} (key {@code api.Controller.method}).
 */
@Configuration
class ApiDescription {
    private static final String TOKEN = "token";

    static {
        // who asks is known from the session or the token and is no parameter
        SpringDocUtils.getConfig().addAnnotationsToIgnore(SignedIn.class);
    }

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Plumbline")
                        .version(known == null ? "development" : known.getVersion())
                        .description(
                                "Errors are problem details (application/problem+json) whose detail is written for a"
                                        + " person. Identities are stable. Lists take limit and offset. What you may not see is"
                                        + " answered as if it were not there: 404."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token made on the page Account. Pages of this server use the"
                                                + " session instead.")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Words as answers have them: the library names the constants of our code. */
    @Bean
    OpenApiCustomizer describedInSmallLetters() {
        return description -> description.getComponents().getSchemas().values().forEach(ApiDescription::inSmallLetters);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void inSmallLetters(Schema schema) {
        if (schema.getEnum() != null && schema.getEnum().stream().allMatch(String.class::isInstance)) {
            schema.setEnum(((List<String>) schema.getEnum())
                    .stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
        }
        if (schema.getProperties() != null) {
            ((Map<String, Schema>) schema.getProperties()).values().forEach(ApiDescription::inSmallLetters);
        }
        if (schema.getItems() != null) {
            inSmallLetters(schema.getItems());
        }
    }

    @Bean
    OperationCustomizer summaries() {
        return (operation, handler) -> {
            if (operation.getSummary() == null) {
                String key = "api." + handler.getBeanType().getSimpleName() + "."
                        + handler.getMethod().getName();
                Words.find(key).ifPresent(operation::setSummary);
            }
            if (handler.hasMethodAnnotation(PostMapping.class)
                    && !handler.getBeanType().getPackageName().endsWith(".account")) {
                operation.addParametersItem(new HeaderParameter()
                        .name(SentRequests.KEY)
                        .required(false)
                        .schema(new StringSchema().minLength(1).maxLength(SentRequests.LONGEST_KEY))
                        .description(Words.say("frame.key")));
            }
            return operation;
        };
    }
}
