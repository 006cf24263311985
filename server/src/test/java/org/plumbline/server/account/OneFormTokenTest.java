package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DeferredCsrfToken;

class OneFormTokenTest {
    private static final int SESSIONS = 300;
    private static final int PAGES = 4;

    @Test
    void pagesThatAreOpenedAtTheSameMomentCarryTheSameToken() throws Exception {
        CsrfTokenRepository repository = new OneFormToken();
        ExecutorService browser = Executors.newFixedThreadPool(PAGES);
        try {
            for (int session = 0; session < SESSIONS; session++) {
                HttpSession signedIn = session();
                CyclicBarrier together = new CyclicBarrier(PAGES);
                List<Future<String>> pages = new ArrayList<>();
                for (int page = 0; page < PAGES; page++) {
                    HttpServletRequest request = request(signedIn);
                    pages.add(browser.submit(() -> {
                        DeferredCsrfToken token =
                                repository.loadDeferredToken(request, nothing(HttpServletResponse.class));
                        together.await();
                        return token.get().getToken();
                    }));
                }
                Set<String> tokens = ConcurrentHashMap.newKeySet();
                for (Future<String> page : pages) {
                    tokens.add(page.get());
                }
                CsrfToken kept = repository.loadToken(request(signedIn));
                assertEquals(Set.of(kept.getToken()), tokens);
            }
        } finally {
            browser.shutdownNow();
        }
    }

    private static HttpSession session() {
        Map<String, Object> attributes = new ConcurrentHashMap<>();
        return (HttpSession) Proxy.newProxyInstance(
                OneFormTokenTest.class.getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "getAttribute":
                            return attributes.get(String.valueOf(given[0]));
                        case "setAttribute":
                            return attributes.put(String.valueOf(given[0]), given[1]);
                        default:
                            throw new UnsupportedOperationException(method.toString());
                    }
                });
    }

    private static HttpServletRequest request(HttpSession session) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OneFormTokenTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> method.getName().equals("getSession") ? session : null);
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                OneFormTokenTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null));
    }
}
