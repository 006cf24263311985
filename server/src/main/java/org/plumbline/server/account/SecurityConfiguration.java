package org.plumbline.server.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.plumbline.server.web.EmergencyNumber;
import org.plumbline.server.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in. Pages by sign-in and session, with a token in every form; programs by a bearer token with scopes, without
 * session and cookie. What a person may see of another's record is decided by {@link RecordAccess}, not here.
 */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {
    /** Open to everybody: signing in, making an account by a link, the text for emergencies, what pages are made of. */
    private static final String[] OPEN = {
        "/",
        "/sign-in",
        "/join/*",
        EmergencyNumber.PAGE,
        "/demo/enter",
        "/error",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/vendor/**",
        "/actuator/health"
    };

    /** What speaks of pain, symptoms or sleep; a report does too. */
    private static final String[] HEALTH = {
        "/api/people/*/check-ins/**",
        "/api/people/*/pain*/**",
        "/api/people/*/symptoms/**",
        "/api/people/*/report*/**",
        "/people/*/charts/pain.*",
        "/patients/*/pain-dose.svg"
    };

    /** Charts stand beside the pages that show them; programs read them too. */
    private static final String[] CHARTS = {
        "/sets/*/chart.*", "/sets/*/charts/*", "/sets/*/reps/*/charts/*", "/people/*/charts/*"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The radio's process brings a key of its own, which the gateway's handshake checks. */
    @Bean
    @Order(0)
    SecurityFilterChain gateway(HttpSecurity http) {
        return http.securityMatcher("/gateway")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Figures of the server, for an administrator at a page or by a token, and for the program that collects them. */
    @Bean
    @Order(0)
    SecurityFilterChain metrics(
            HttpSecurity http,
            ApiTokenRepository tokens,
            SignedInPeople people,
            Throttle throttle,
            Clock clock,
            @Value("${plumbline.scrape-token:}") String scrapeToken) {
        return http.securityMatcher("/actuator/prometheus")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new TokenFilter(tokens, people, throttle, clock), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new ScrapeTokenFilter(scrapeToken), TokenFilter.class)
                .addFilterBefore(new StaleSessionFilter(people), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access((who, request) -> {
                    boolean scrapes = who.get().getAuthorities().stream()
                            .anyMatch(one -> ScrapeTokenFilter.AUTHORITY.equals(one.getAuthority()));
                    return new AuthorizationDecision(scrapes
                            || people.find(who.get())
                                    .filter(person -> person.is(Role.ADMINISTRATOR))
                                    .isPresent());
                }))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, none) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED))
                        .accessDeniedHandler(
                                (request, response, refused) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, ApiTokenRepository tokens, SignedInPeople people, Throttle throttle, Clock clock) {
        return http.securityMatcher((RequestMatcher) TokenFilter::brings)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new TokenFilter(tokens, people, throttle, clock), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::scopes)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, none) -> response.sendError(401, TokenFilter.refusal(request)))
                        .accessDeniedHandler((request, response, refused) ->
                                response.sendError(HttpServletResponse.SC_FORBIDDEN, TokenScopes.say(refused))))
                .build();
    }

    /** Tokens reach the API, the charts and the live socket, and nothing else. */
    private static void scopes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // the rest of an answer that is written as it is read: its request was let in, and brings its token no second
        // time
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/api/live/**", "/api/sensors/**", "/ws/live")
                .access(TokenScopes.of(ApiScope.LIVE))
                .requestMatchers(reading(HEALTH))
                .access(TokenScopes.of(ApiScope.HEALTH, ApiScope.READ))
                .requestMatchers(HEALTH)
                .access(TokenScopes.of(ApiScope.HEALTH, ApiScope.WRITE))
                // a token makes no tokens, shares nothing and erases nobody
                .requestMatchers("/api/account/**", "/api/administration/**")
                .denyAll()
                .requestMatchers(reading(CHARTS))
                .access(TokenScopes.of(ApiScope.READ))
                .requestMatchers(reading("/api/**", "/api-docs", "/api-docs.yaml"))
                .access(TokenScopes.of(ApiScope.READ))
                .requestMatchers("/api/**")
                .access(TokenScopes.of(ApiScope.WRITE))
                .requestMatchers("/api-docs")
                .access(TokenScopes.of(ApiScope.READ))
                .requestMatchers("/error")
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    /** Whoever may read may ask whether there is something to read: HEAD is answered as GET, without the body. */
    private static RequestMatcher[] reading(String... patterns) {
        return Stream.of(patterns)
                .flatMap(pattern -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        .map(method -> PathPatternRequestMatcher.pathPattern(method, pattern)))
                .toArray(RequestMatcher[]::new);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PasswordCheck check, Throttle throttle, SignedInPeople people) {
        RequestMatcher api = PathPatternRequestMatcher.pathPattern("/api/**");
        AuthenticationEntryPoint unknownProgram = (request, response, none) ->
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED, Words.say("frame.unknown"));
        // the token of a page is looked for before anybody asks who this is: a program without one is not forbidden,
        // but unknown
        AccessDeniedHandler unknownOrNotAllowed = (request, response, refused) -> {
            if (api.matches(request)
                    && people.find(SecurityContextHolder.getContext().getAuthentication())
                            .isEmpty()) {
                unknownProgram.commence(request, response, new InsufficientAuthenticationException("nobody", refused));
            } else {
                response.sendError(
                        HttpServletResponse.SC_FORBIDDEN,
                        Words.say(refused instanceof CsrfException ? "frame.error.stale" : "frame.error.forbidden"));
            }
        };
        // as one provider of several it would be asked again by the manager of all beans: two tries for one wrong
        // password
        return http.authenticationManager(new ProviderManager(check))
                .csrf(forms -> forms.csrfTokenRepository(new OneFormToken()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        // the sensors are the house's: sample people look, and that is all
                        .requestMatchers(reading("/api/sensors/**"))
                        .authenticated()
                        .requestMatchers("/api/sensors/**")
                        .access((who, request) -> new AuthorizationDecision(people.find(who.get())
                                .filter(person -> !person.sample())
                                .isPresent()))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/")
                        .failureHandler(SecurityConfiguration::refuse))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                // for this name only: the other hosts of a gym are not ours to speak for
                .headers(headers -> headers.httpStrictTransportSecurity(tls -> tls.includeSubDomains(false)))
                .addFilterBefore(new SignInThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StaleSessionFilter(people), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(unknownOrNotAllowed)
                        .defaultAuthenticationEntryPointFor(unknownProgram, api)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                PathPatternRequestMatcher.pathPattern("/ws/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true))
                .build();
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(refused instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong");
    }
}
